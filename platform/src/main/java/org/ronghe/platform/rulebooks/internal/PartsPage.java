package org.ronghe.platform.rulebooks.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.CityParts.By;
import org.ronghe.platform.rulebooks.internal.CityParts.Part;
import org.ronghe.platform.rulebooks.internal.CityTable.Choices;
import org.ronghe.platform.web.View;
import org.ronghe.rules.evaluate.Answer;

/// One title in every district and every industry.
///
/// @param title whose answers are counted
/// @param names of the titles there are to choose from
public record PartsPage(
    View view,
    TitleKey title,
    Map<TitleKey, String> names,
    List<Part> districts,
    List<Part> industries,
    Choices choices) {
  public PartsPage {
    names = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(names));
    districts = List.copyOf(districts);
    industries = List.copyOf(industries);
  }

  public List<By> both() {
    return List.of(By.values());
  }

  public List<Part> parts(By by) {
    return switch (by) {
      case DISTRICT -> districts;
      case INDUSTRY -> industries;
    };
  }

  /// All parts together.
  public Part sum(By by) {
    var answers = new EnumMap<Answer, Long>(Answer.class);
    parts(by).forEach(part -> part.answers().forEach((a, n) -> answers.merge(a, n, Long::sum)));
    return new Part("", answers, parts(by).stream().mapToLong(Part::near).sum());
  }

  public String name(By by, Part part) {
    return part.name().isEmpty()
        ? view.text("rulebooks.unknown")
        : by == By.INDUSTRY ? CityPage.industry(part.name(), view) : part.name();
  }

  public String heading(By by) {
    return view.text("rulebooks.parts." + by.code());
  }

  public String column(By by) {
    return view.text(by == By.DISTRICT ? "facts.page.district" : "rulebooks.column.industry");
  }

  public String industry(String section) {
    return CityPage.industry(section, view);
  }

  public String answer(Answer answer) {
    return answer.words().in(FirmTitle.of(view.language()));
  }

  /// The address of the firms of a part; of all parts for the empty name.
  public String firms(By by, String part, String further) {
    var address = new StringBuilder("/titles/firms?rulebook=").append(title.rulebook());
    address.append("&title=").append(title.title());
    Stream.of(By.values())
        .forEach(one -> {
          String chosen = one == by && !part.isEmpty() ? part : view.parameter(one.code());
          if (!chosen.isEmpty()) {
            address.append('&').append(one.code()).append('=').append(View.encoded(chosen));
          }
        });
    return address.append(further).toString();
  }
}
