package org.ronghe.platform.rulebooks.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.rulebooks.NodeFactTypes;
import org.ronghe.rules.Rulebooks;
import org.ronghe.rules.book.Origin;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.book.RulebookReader;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.source.Problems;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/// The rulebooks the node judges by: those that come with it, each version kept from when it was
/// first here, so that what was judged by an old one can be judged by it again.
@Component
class Shelf implements InitializingBean {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final FactTypes types;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, Integer> versions = new TreeMap<>();
  private final Supplier<Library> current = SingletonSupplier.of(() -> linked(texts));

  Shelf(JdbcClient jdbc, PlatformTransactionManager transactions, Dictionary dictionary) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.types = new NodeFactTypes(dictionary);
    Rulebooks.ids().forEach(id -> texts.put(id, Rulebooks.text(id)));
  }

  @Override
  public void afterPropertiesSet() {
    Actors.runAs(Actor.system("rulebooks"), () -> transaction.executeWithoutResult(_ -> keep()));
  }

  /// Notes versions that are new, and ends those that are no longer here.
  private void keep() {
    var digests = new TreeMap<String, String>();
    texts.forEach((id, text) -> digests.put(id, Origin.of(id, text).digest()));
    Set<String> same = versionsNow(digests);
    jdbc.sql(
            """
            UPDATE rulebook_version SET current_until = clock_timestamp()
            WHERE current_until IS NULL AND rulebook <> ALL (:same)\
            """)
        .param("same", same.toArray(String[]::new))
        .update();
    digests.forEach((rulebook, digest) -> {
      if (!same.contains(rulebook)) {
        versions.put(
            rulebook,
            jdbc.sql(
                    """
                    INSERT INTO rulebook_version (rulebook, digest, content)
                    VALUES (:rulebook, :digest, :content) RETURNING id\
                    """)
                .param("rulebook", rulebook)
                .param("digest", digest)
                .param("content", texts.getOrDefault(rulebook, ""))
                .query(Integer.class)
                .single());
      }
    });
  }

  /// Reads which versions the database holds for now.
  ///
  /// @return the rulebooks among them that are still the same
  private Set<String> versionsNow(Map<String, String> digests) {
    var same = new TreeSet<String>();
    jdbc.sql("SELECT rulebook, id, digest FROM rulebook_version WHERE current_until IS NULL")
        .query(row -> {
          String rulebook = row.getString(1);
          if (row.getString(3).equals(digests.get(rulebook))) {
            versions.put(rulebook, row.getInt(2));
            same.add(rulebook);
          }
        });
    return same;
  }

  FactTypes types() {
    return types;
  }

  /// The rulebooks of now. Linked when first asked for, since a node that starts has better to do.
  Library current() {
    return current.get();
  }

  /// The id of a rulebook's version of now.
  int version(String rulebook) {
    Integer id = versions.get(rulebook);
    if (id == null) {
      throw new IllegalArgumentException("no rulebook " + rulebook);
    }
    return id;
  }

  /// The rulebooks as they were at an instant. Called within a transaction.
  Library at(Instant recorded) {
    var old = new TreeMap<String, String>();
    jdbc.sql(
            """
            SELECT rulebook, content FROM rulebook_version
            WHERE current_from <= :at::timestamptz AND (current_until IS NULL OR current_until > :at::timestamptz)\
            """)
        .param("at", recorded.toString())
        .query((row, _) -> old.put(row.getString(1), row.getString(2)))
        .list();
    return old.isEmpty() || old.equals(texts) ? current() : linked(old);
  }

  /// The rulebooks of now with some that take the place of those of the same id, or stand beside.
  ///
  /// @param problems what is wrong with how they fit together
  Library with(List<Rulebook> drafts, Problems problems) {
    var all = new LinkedHashMap<String, Rulebook>();
    current().programs().forEach(program -> all.put(program.id(), program.rulebook()));
    drafts.forEach(draft -> all.put(draft.id(), draft));
    return Library.of(all.values(), types, problems);
  }

  private Library linked(Map<String, String> all) {
    var problems = new Problems();
    var read = new ArrayList<Rulebook>();
    all.forEach(
        (id, text) -> RulebookReader.read(id + ".yaml", text, problems).ifPresent(read::add));
    Library library = Library.of(read, types, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("rulebooks with problems: " + problems.sorted());
    }
    return library;
  }

  /// The text of a rulebook of now.
  Optional<String> findText(String rulebook) {
    return Optional.ofNullable(texts.get(rulebook));
  }
}
