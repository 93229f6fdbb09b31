package org.ronghe.platform.rulebooks.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.internal.Simulations.FirmTurn;
import org.ronghe.platform.rulebooks.internal.Simulations.Move;
import org.ronghe.platform.rulebooks.internal.Simulations.Simulation;
import org.ronghe.platform.rulebooks.internal.Simulations.Turns;
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

  /// Who turns, by district and by section of industry.
  public record Parts(List<Turns> districts, List<Turns> industries) {
    public Parts {
      districts = List.copyOf(districts);
      industries = List.copyOf(industries);
    }
  }

  /// The name of a title; its id where that rulebook has none of it.
  public String name(String title) {
    return names.getOrDefault(title, title);
  }

  public String industry(String section) {
    return section.isEmpty() ? view.text("rulebooks.unknown") : CityPage.industry(section, view);
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
    return code == null || code.equals(NONE)
        ? view.text("rulebooks.no-longer")
        : JudgementRows.answer(code).words().in(FirmTitle.of(view.language()));
  }

  public static String tone(@Nullable String code) {
    return code == null || code.equals(NONE) ? "" : TitlesPage.tone(JudgementRows.answer(code));
  }
}
