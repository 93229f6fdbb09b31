package org.ronghe.platform.rulebooks.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// Judges a block of firms. The bulk evaluator answers for all of them; where an answer, or what it
/// rests on, is another than last time, the explaining engine says why.
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
  record Last(String basis, Map<TitleKey, Answered> answers) {
    static final Last NEVER = new Last("", Map.of());

    Last {
      answers = Map.copyOf(answers);
    }
  }

  /// An answer in a kind of case.
  record Answered(CaseKind kind, Answer answer) {}

  /// A firm judged.
  ///
  /// @param verdicts those that are new or another
  /// @param same titles whose verdicts still hold
  record Judged(
      Known known,
      String basis,
      List<HeldTitles.Certificate> certificates,
      List<Verdict> verdicts,
      List<TitleKey> same) {
    Judged {
      certificates = List.copyOf(certificates);
      verdicts = List.copyOf(verdicts);
      same = List.copyOf(same);
    }
  }

  /// Judges firms.
  ///
  /// @param last each as it was judged last; those never judged are not there
  Map<Long, Judged> judge(Map<Long, Known> firms, Map<Long, Last> last)
      throws InterruptedException {
    Map<Long, Map<TitleKey, Answered>> answers = answers(firms);
    var work =
        firms.entrySet().stream()
            .map(firm ->
                new Work(
                    firm.getKey(),
                    firm.getValue(),
                    answers.getOrDefault(firm.getKey(), Map.of()),
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

  private record Work(long organisation, Known known, Map<TitleKey, Answered> answers, Last last) {}

  private Judged judge(Work work) {
    String basis = basis(work.known());
    boolean anew = !basis.equals(work.last().basis());
    var verdicts = new ArrayList<Verdict>();
    var same = new ArrayList<TitleKey>();
    for (FirmTitle title : titles) {
      Answered answered = work.answers().get(title.key());
      if (answered == null) {
        continue;
      }
      if (!anew && answered.equals(work.last().answers().get(title.key()))) {
        same.add(title.key());
        continue;
      }
      var request = new Request(asOf, answered.kind(), false);
      var evaluation =
          engine.evaluate(title.program(), title.title(), work.known().dossier(), request);
      verdicts.add(Verdict.of(work.organisation(), title, evaluation, library.types()));
    }
    return new Judged(
        work.known(),
        basis,
        HeldTitles.of(work.known().dossier().own(), library.types()),
        verdicts,
        same);
  }

  /// The answers alone: what each firm would come for on the day, title by title.
  Map<Long, Map<TitleKey, Answered>> answers(Map<Long, Known> firms) throws InterruptedException {
    Map<CaseKind, BulkAnswers> bulk = bulk(firms.values());
    var all = new LinkedHashMap<Long, Map<TitleKey, Answered>>();
    for (Map.Entry<Long, Known> firm : firms.entrySet()) {
      all.put(firm.getKey(), answers(firm.getValue(), all.size(), bulk));
    }
    return all;
  }

  private Map<TitleKey, Answered> answers(
      Known known, int number, Map<CaseKind, BulkAnswers> bulk) {
    var certificates = HeldTitles.of(known.dossier().own(), library.types());
    var answers = new LinkedHashMap<TitleKey, Answered>();
    for (int place = 0; place < titles.size(); place++) {
      FirmTitle title = titles.get(place);
      Optional<CaseKind> kind = HeldTitles.findCase(title.key(), title.title(), certificates, asOf);
      if (kind.isPresent()) {
        BulkAnswers answered = bulk.get(kind.get());
        Answer answer =
            answered == null || known.namesOthers()
                ? alone(title, known, kind.get())
                : answered.answer(place, number);
        answers.put(title.key(), new Answered(kind.get(), answer));
      }
    }
    return answers;
  }

  /// Of a firm that names others, the bulk evaluator knows too little.
  private Answer alone(FirmTitle title, Known known, CaseKind kind) {
    var request = new Request(asOf, kind, false);
    return engine.evaluate(title.program(), title.title(), known.dossier(), request).answer();
  }

  private Map<CaseKind, BulkAnswers> bulk(Collection<Known> firms) throws InterruptedException {
    var builder = new FactColumns.Builder();
    firms.forEach(known -> builder.add(known.dossier().own()));
    FactColumns columns = builder.build();
    // All titles of each, in the order of `titles`: their places are the same.
    List<Program> programs = titles.stream().map(FirmTitle::program).distinct().toList();
    var bulk = new EnumMap<CaseKind, BulkAnswers>(CaseKind.class);
    for (CaseKind kind : CaseKind.values()) {
      var request = new Request(asOf, kind, false);
      bulk.put(
          kind,
          new BulkEvaluator(library, programs, columns, request)
              .run(Runtime.getRuntime().availableProcessors()));
    }
    return bulk;
  }

  /// A digest of what answers rest on but the day: the texts of the rulebooks, the year that "last
  /// year" means, and the facts, which are never changed under their ids.
  private String basis(Known known) {
    MessageDigest digest = sha256();
    digest.update((edition + " " + asOf.getYear()).getBytes(StandardCharsets.UTF_8));
    var bytes = ByteBuffer.allocate(known.facts().size() * Long.BYTES);
    known.facts().forEach(bytes::putLong);
    digest.update(bytes.array());
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
