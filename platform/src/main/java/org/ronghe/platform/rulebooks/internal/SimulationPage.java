package org.ronghe.platform.rulebooks.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.internal.CityParts.By;
import org.ronghe.platform.rulebooks.internal.Simulations.FirmTurn;
import org.ronghe.platform.rulebooks.internal.Simulations.Move;
import org.ronghe.platform.rulebooks.internal.Simulations.Part;
import org.ronghe.platform.rulebooks.internal.Simulations.Simulation;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;
import org.ronghe.rules.evaluate.Answer;

/// What a draft would change.
///
/// @param names of the titles of the rulebook it is compared with, by id
public record SimulationPage(
    View view,
    Simulation simulation,
    List<Move> moves,
    Parts parts,
    Map<String, String> names,
    Listing<FirmTurn> firms) {
  private static final String NONE = "none";

  public SimulationPage {
    moves = List.copyOf(moves);
    names = Map.copyOf(names);
  }

  /// Every part of the city by both rules.
  public record Parts(List<Part> districts, List<Part> industries) {
    public Parts {
      districts = List.copyOf(districts);
      industries = List.copyOf(industries);
    }
  }

  public List<By> both() {
    return List.of(By.values());
  }

  /// The parts of the title that is looked at.
  public List<Part> parts(By by) {
    List<Part> all = by == By.DISTRICT ? parts.districts() : parts.industries();
    return all.stream().filter(part -> part.title().equals(chosen())).toList();
  }

  /// The title that is looked at: the one asked for, or the first.
  public String chosen() {
    List<String> titles = titles();
    String asked = view.parameter("title");
    return titles.isEmpty() || titles.contains(asked) ? asked : titles.getFirst();
  }

  public String partName(By by, Part part) {
    return part.name().isEmpty()
        ? view.text("rulebooks.unknown")
        : by == By.INDUSTRY ? CityPage.industry(part.name(), view) : part.name();
  }

  public String column(By by) {
    return view.text(by == By.DISTRICT ? "facts.page.district" : "rulebooks.column.industry");
  }

  /// The firms of a part whose answer turns.
  public String turned(By by, Part part) {
    return "?title="
        + View.encoded(part.title())
        + "&"
        + by.code()
        + "="
        + View.encoded(part.name())
        + "#firms";
  }

  /// The name of a title; its id where that rulebook has none of it.
  public String name(String title) {
    return names.getOrDefault(title, title);
  }

  /// Ids of the titles.
  public List<String> titles() {
    return moves.stream().map(Move::title).distinct().toList();
  }

  /// The answers that occur, on either side.
  public List<String> answers() {
    var all = new java.util.ArrayList<String>();
    for (Answer answer : Answer.values()) {
      all.add(answer.code());
    }
    all.add(NONE);
    return all;
  }

  public long count(String title, String before, String after) {
    return moves.stream()
        .filter(one ->
            one.title().equals(title) && one.before().equals(before) && one.after().equals(after))
        .mapToLong(Move::firms)
        .sum();
  }

  /// An answer of a code in words.
  public String answer(@Nullable String code) {
    return answer(view, code);
  }

  static String answer(View view, @Nullable String code) {
    return code == null || code.equals(NONE)
        ? view.text("rulebooks.no-longer")
        : JudgementRows.answer(code).words().in(FirmTitle.of(view.language()));
  }

  public static String tone(@Nullable String code) {
    return code == null || code.equals(NONE) ? "" : TitlesPage.tone(JudgementRows.answer(code));
  }
}
