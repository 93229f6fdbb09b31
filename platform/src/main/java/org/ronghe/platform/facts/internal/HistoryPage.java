package org.ronghe.platform.facts.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.web.View;

/// Every record of an attribute of a subject, and the forms to enter, correct and retract.
///
/// @param href of the subject's page
/// @param writable whether the reader may change anything
/// @param input what the reader sent and what is wrong with it; null at first sight
public record HistoryPage(
    View view,
    String subjectName,
    String href,
    long subject,
    Attribute attribute,
    List<Line> lines,
    boolean writable,
    @Nullable Input input) {
  public HistoryPage {
    lines = List.copyOf(lines);
  }

  /// A record.
  ///
  /// @param shown its value as read
  public record Line(Fact fact, String shown) {}

  /// What the reader sent.
  ///
  /// @param fact the fact it was about; 0 for a new one
  /// @param wrong what is wrong with it, ready to be read
  public record Input(
      long fact, String value, String from, String to, String source, String reason, String wrong) {}

  /// What the form for a fact begins with: what the reader sent about it, or the fact itself.
  public Input formFor(Fact fact) {
    Input sent = input;
    if (sent != null && (sent.fact() == fact.id() || isSuccessor(fact, sent.fact()))) {
      return sent;
    }
    return new Input(
        fact.id(),
        fact.value().plain(),
        String.valueOf(fact.valid().from() == null ? "" : fact.valid().from()),
        String.valueOf(fact.valid().to() == null ? "" : fact.valid().to()),
        fact.provenance().source(),
        "",
        "");
  }

  private static boolean isSuccessor(Fact fact, long of) {
    return Long.valueOf(of).equals(fact.provenance().corrects());
  }
}
