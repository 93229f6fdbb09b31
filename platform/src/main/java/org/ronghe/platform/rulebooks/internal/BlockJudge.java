package org.ronghe.platform.rulebooks.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.Dossiers.Known;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Engine.Request;
import org.ronghe.rules.fast.BulkAnswers;
import org.ronghe.rules.fast.BulkEvaluator;
import org.ronghe.rules.fast.FactColumns;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.number.Exact;

/// Judges a block of firms. Where what answers rest on is as it was, the bulk evaluator answers,
/// and the explaining engine says why where an answer is another than last time; where it is
/// another, and of firms never judged, the explaining engine alone.
final class BlockJudge {
  private final Library library;
  private final List<FirmTitle> titles;
  private final LocalDate asOf;
  private final Engine engine;
  private final String edition;

  /// @param titles of that library
  BlockJudge(Library library, List<FirmTitle> titles, LocalDate asOf) {
    this.library = library;
    this.titles = List.copyOf(titles);
    this.asOf = asOf;
    this.engine = new Engine(library.types());
    this.edition = edition(library);
  }

  /// A firm as it was judged last.
  ///
  /// @param basis digest of all it rests on but the day
  /// @param recorded from what was known then; null if it never was
  record Last(String basis, @Nullable Instant recorded, Map<TitleKey, Answered> answers) {
    static final Last NEVER = new Last("", null, Map.of());

    Last {
      answers = Map.copyOf(answers);
    }
  }

  /// An answer in a kind of case.
  record Answered(CaseKind kind, Answer answer) {}

  /// A firm judged.
  ///
  /// @param anew whether what it rests on is another than last time
  /// @param answers all of them
  /// @param verdicts those that are new, or another, or rest on something else
  /// @param turned titles whose last answer is no longer the answer
  record Judged(
      Known known,
      String basis,
      boolean anew,
      Map<TitleKey, Answered> answers,
      List<Verdict> verdicts,
      List<TitleKey> turned) {
    Judged {
      answers = Map.copyOf(answers);
      verdicts = List.copyOf(verdicts);
      turned = List.copyOf(turned);
    }

    /// Whether there is anything to write down.
    boolean isNews() {
      return anew || !verdicts.isEmpty() || !turned.isEmpty();
    }
  }

  /// Judges firms.
  ///
  /// @param last each as it was judged last; those never judged are not there
  Map<Long, Judged> judge(Map<Long, Known> firms, Map<Long, Last> last)
      throws InterruptedException {
    var bases = new HashMap<Long, String>();
    var same = new LinkedHashMap<Long, Known>();
    firms.forEach((organisation, known) -> {
      String basis = basis(known);
      bases.put(organisation, basis);
      if (basis.equals(last.getOrDefault(organisation, Last.NEVER).basis())) {
        same.put(organisation, known);
      }
    });
    Map<Long, Map<TitleKey, Answered>> answers = answers(same);
    var work =
        firms.entrySet().stream()
            .map(firm ->
                new Work(
                    firm.getKey(),
                    firm.getValue(),
                    Objects.requireNonNull(bases.get(firm.getKey())),
                    answers.get(firm.getKey()),
                    last.getOrDefault(firm.getKey(), Last.NEVER)))
            .toList();
    var judged = new LinkedHashMap<Long, Judged>();
    // Firms do not know of each other, so that the order of work does not show in the answers.
    var done = work.parallelStream().map(this::judge).toList();
    for (int i = 0; i < work.size(); i++) {
      judged.put(work.get(i).organisation(), done.get(i));
    }
    return judged;
  }

  /// A firm to judge.
  ///
  /// @param found its answers; null where they rest on something else than last time, and all of
  ///   them are explained
  private record Work(
      long organisation,
      Known known,
      String basis,
      @Nullable Map<TitleKey, Answered> found,
      Last last) {}

  private Judged judge(Work work) {
    var outlines = engine.outlines(work.known().dossier(), asOf);
    var verdicts = new ArrayList<Verdict>();
    Map<TitleKey, Answered> found = work.found();
    var answers = found == null ? new LinkedHashMap<TitleKey, Answered>() : found;
    Map<TitleKey, CaseKind> cases = found == null ? cases(work.known()) : Map.of();
    for (FirmTitle title : titles) {
      Answered answered = answers.get(title.key());
      CaseKind kind = answered == null ? cases.get(title.key()) : answered.kind();
      boolean explained =
          found == null || !Objects.equals(answered, work.last().answers().get(title.key()));
      if (kind == null || !explained) {
        continue;
      }
      var evaluation = outlines.of(title.program(), title.title(), kind);
      if (found == null) {
        answers.put(title.key(), new Answered(kind, evaluation.answer()));
      }
      verdicts.add(Verdict.of(work.organisation(), title, evaluation, library.types()));
    }
    var turned = new ArrayList<TitleKey>();
    work.last()
        .answers()
        .forEach((title, before) -> {
          Answered now = answers.get(title);
          if (now == null || now.answer() != before.answer()) {
            turned.add(title);
          }
        });
    turned.sort(Comparator.naturalOrder());
    return new Judged(work.known(), work.basis(), found == null, answers, verdicts, turned);
  }

  /// The answers alone: what each firm would come for on the day, title by title.
  Map<Long, Map<TitleKey, Answered>> answers(Map<Long, Known> firms) throws InterruptedException {
    var cases = new ArrayList<Map<TitleKey, CaseKind>>();
    for (Known known : firms.values()) {
      cases.add(cases(known));
    }
    Map<CaseKind, Bulk> bulk = bulk(firms.values(), cases);
    var all = new LinkedHashMap<Long, Map<TitleKey, Answered>>();
    for (Map.Entry<Long, Known> firm : firms.entrySet()) {
      int number = all.size();
      var answers = new LinkedHashMap<TitleKey, Answered>();
      cases
          .get(number)
          .forEach((title, kind) ->
              answers.put(
                  title,
                  new Answered(
                      kind, answer(firm.getValue(), number, title, kind, bulk.get(kind)))));
      all.put(firm.getKey(), answers);
    }
    return all;
  }

  /// What a firm would come for, by title.
  private Map<TitleKey, CaseKind> cases(Known known) {
    var certificates = HeldTitles.of(known.dossier().own(), library.types());
    var cases = new LinkedHashMap<TitleKey, CaseKind>();
    for (FirmTitle title : titles) {
      HeldTitles.findCase(title.key(), title.title(), certificates, asOf)
          .ifPresent(kind -> cases.put(title.key(), kind));
    }
    return cases;
  }

  private Answer answer(Known known, int number, TitleKey key, CaseKind kind, @Nullable Bulk bulk) {
    Integer place = bulk == null ? null : bulk.places().get(key);
    if (place != null && bulk != null && !known.standsAlone()) {
      return bulk.answers().answer(place, number);
    }
    // Of firms that stand alone, the bulk evaluator knows too little.
    FirmTitle title =
        titles.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    return engine.outlines(known.dossier(), asOf).of(title.program(), title.title(), kind).answer();
  }

  /// Answers for all firms of a block in a kind of case.
  ///
  /// @param places of the titles in them
  private record Bulk(BulkAnswers answers, Map<TitleKey, Integer> places) {}

  private Map<CaseKind, Bulk> bulk(Collection<Known> firms, List<Map<TitleKey, CaseKind>> cases)
      throws InterruptedException {
    var wanted = new EnumMap<CaseKind, Set<TitleKey>>(CaseKind.class);
    cases.forEach(one ->
        one.forEach(
            (title, kind) -> wanted.computeIfAbsent(kind, _ -> new HashSet<>()).add(title)));
    var builder = new FactColumns.Builder();
    firms.forEach(known -> builder.add(known.dossier().own()));
    FactColumns columns = builder.build();
    Map<String, Exact> numbers =
        firms.stream()
            .filter(known -> !known.standsAlone())
            .findFirst()
            .map(known -> known.dossier().parameters())
            .orElse(Map.of());
    var bulk = new EnumMap<CaseKind, Bulk>(CaseKind.class);
    for (Map.Entry<CaseKind, Set<TitleKey>> one : wanted.entrySet()) {
      List<Program> programs =
          titles.stream()
              .filter(title -> one.getValue().contains(title.key()))
              .map(FirmTitle::program)
              .distinct()
              .toList();
      var evaluator =
          new BulkEvaluator(
              library, programs, columns, new Request(asOf, one.getKey(), false), numbers);
      var places = new HashMap<TitleKey, Integer>();
      for (FirmTitle title : titles) {
        int place = evaluator.titles().indexOf(title.title());
        if (place >= 0) {
          places.put(title.key(), place);
        }
      }
      bulk.put(
          one.getKey(),
          new Bulk(evaluator.run(Runtime.getRuntime().availableProcessors()), places));
    }
    return bulk;
  }

  /// A digest of what answers rest on but the day: the texts of the rulebooks, the year that "last
  /// year" means, the facts, which are never changed under their ids, and the operator's numbers.
  private String basis(Known known) {
    MessageDigest digest = sha256();
    digest.update((edition + " " + asOf.getYear()).getBytes(StandardCharsets.UTF_8));
    var bytes = ByteBuffer.allocate(known.facts().size() * Long.BYTES);
    known.facts().forEach(bytes::putLong);
    digest.update(bytes.array());
    known
        .dossier()
        .parameters()
        .forEach((name, number) ->
            digest.update((name + "=" + number.plain() + ";").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static String edition(Library library) {
    MessageDigest digest = sha256();
    for (Program program : library.programs()) {
      digest.update(program.rulebook().origin().digest().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
