package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.ronghe.platform.facts.identifier.Industries;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.CityTable.Choices;
import org.ronghe.platform.rulebooks.internal.CityTable.Count;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.View;
import org.ronghe.rules.evaluate.Answer;

/// The city by titles: how many firms stand where, and how far the targets are.
public record CityPage(
    View view, List<Line> lines, List<Funnel> funnels, Choices choices, List<LocalDate> judgedOn) {
  public CityPage {
    lines = List.copyOf(lines);
    funnels = List.copyOf(funnels);
    judgedOn = List.copyOf(judgedOn);
  }

  /// A title with its counts.
  public record Line(TitleKey title, String name, Count count) {}

  /// A target and the firms on their way to it.
  ///
  /// @param got who has it
  public record Funnel(String name, TitleKey title, int year, long target, long got, Count count) {
    /// The longest bar: of those who are on the way, since the whole city would dwarf them.
    public long most() {
      return LongStream.of(
              1,
              target,
              got,
              count.close(),
              count.near(),
              count.of(Answer.NEEDS_HUMAN),
              count.of(Answer.MET))
          .max()
          .orElseThrow();
    }
  }

  /// The address of the firms with an answer, by the district and industry chosen here.
  public String firms(TitleKey title, String further) {
    var address = new StringBuilder("/titles/firms?rulebook=" + title.rulebook());
    address.append("&title=").append(title.title());
    for (String chosen : List.of("district", "industry")) {
      if (!view.parameter(chosen).isEmpty()) {
        address.append('&').append(chosen).append('=').append(View.encoded(view.parameter(chosen)));
      }
    }
    return address.append(further).toString();
  }

  public String answer(Answer answer) {
    return answer.words().in(FirmTitle.of(view.language()));
  }

  public String industry(String section) {
    return industry(section, view);
  }

  static String industry(String section, View view) {
    return Industries.CLASSIFICATION
        .find(section)
        .map(found ->
            section
                + " "
                + (view.language() == Language.CHINESE ? found.chinese() : found.english()))
        .orElse(section);
  }
}
