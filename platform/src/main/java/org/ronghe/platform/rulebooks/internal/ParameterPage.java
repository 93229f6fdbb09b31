package org.ronghe.platform.rulebooks.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.internal.Parameters.Asked;
import org.ronghe.platform.rulebooks.internal.Parameters.Value;
import org.ronghe.platform.web.View;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.page.Legible;

/// The operator's numbers: for all firms, or for one.
///
/// @param firm null for all firms
/// @param rulebooks names of rulebooks by id
/// @param sent what was sent, where it could not be taken
/// @param faults what is wrong with it, by name: keys of texts
public record ParameterPage(
    View view,
    @Nullable Firm firm,
    List<Asked> asked,
    Map<String, String> rulebooks,
    Numbers numbers,
    Map<String, String> sent,
    Map<String, String> faults) {
  private static final Pattern COLON = Pattern.compile("[:：]\\s*");

  public ParameterPage {
    asked = List.copyOf(asked);
    rulebooks = Map.copyOf(rulebooks);
    sent = Map.copyOf(sent);
    faults = Map.copyOf(faults);
  }

  /// Whose numbers they are.
  public record Firm(long id, String name) {}

  /// What was set.
  ///
  /// @param now by name
  /// @param ofAll for all firms, by name
  /// @param history the newest first
  public record Numbers(Map<String, Value> now, Map<String, Value> ofAll, List<Value> history) {
    public Numbers {
      now = Map.copyOf(now);
      ofAll = Map.copyOf(ofAll);
      history = List.copyOf(history);
    }
  }

  /// The name of a control.
  public String control(Asked one) {
    return "p." + one.name();
  }

  public String name(Asked one) {
    return one.words().in(FirmTitle.of(view.language()));
  }

  /// Numbers of one kind, told by what their names begin with: `Weight: …`.
  ///
  /// @param heading empty for numbers that are of no kind
  public record Group(String heading, List<Asked> asked) {
    public Group {
      asked = List.copyOf(asked);
    }
  }

  /// The numbers by kind, in the order in which kinds first appear.
  public List<Group> groups() {
    var groups = new LinkedHashMap<String, List<Asked>>();
    asked.forEach(one -> groups.computeIfAbsent(parts(one)[0], _ -> new ArrayList<>()).add(one));
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }

  /// The name without its kind.
  public String label(Asked one) {
    return parts(one)[1];
  }

  /// The kind and the rest of a name.
  private String[] parts(Asked one) {
    String[] parts = COLON.split(name(one), 2);
    return parts.length == 2 ? parts : new String[] {"", parts[0]};
  }

  /// How many of a kind are set or were sent.
  public long filled(Group group) {
    return group.asked().stream().filter(one -> !entered(one).isEmpty()).count();
  }

  /// Whether a kind is to be seen at once.
  public boolean open(Group group) {
    return filled(group) > 0
        || group.asked().stream().anyMatch(one -> faults.containsKey(one.name()));
  }

  /// The name of a number that was set; its key where no rulebook asks for it any more.
  public String name(Value value) {
    return asked.stream()
        .filter(one -> one.name().equals(value.name()))
        .findFirst()
        .map(this::name)
        .orElse(value.name());
  }

  public String rulebook(Asked one) {
    return rulebooks.getOrDefault(one.rulebook(), one.rulebook());
  }

  /// Between which numbers it lies; empty where the rulebook does not say.
  public String range(Asked one) {
    return one.between()
        .map(range ->
            view.text("rulebooks.parameter.between", legible(range.least()), legible(range.most())))
        .orElse("");
  }

  private String legible(Exact number) {
    return new Legible(FirmTitle.of(view.language())).number(number, Unit.NUMBER);
  }

  public String entered(Asked one) {
    Value now = numbers.now().get(one.name());
    return sent.getOrDefault(control(one), now == null ? "" : plain(now));
  }

  /// What holds for all firms, to be seen where a firm has no number of its own.
  public String general(Asked one) {
    Value all = numbers.ofAll().get(one.name());
    return firm == null || all == null ? "" : plain(all);
  }

  public @Nullable String fault(String name) {
    String key = faults.get(name);
    return key == null ? null : view.text(key);
  }

  public String plain(Value value) {
    return value.number().stripTrailingZeros().toPlainString();
  }

  /// Where the form is sent.
  public String action() {
    return firm == null ? "/titles/parameters" : "/titles/parameters?organisation=" + firm.id();
  }
}
