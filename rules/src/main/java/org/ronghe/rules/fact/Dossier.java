package org.ronghe.rules.fact;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.ronghe.rules.number.Exact;

/// What is known for one evaluation.
///
/// @param subject the firm's id, by which others' facts may name it
/// @param own facts of the firm
/// @param others facts of organisations its facts name, by their id
/// @param parameters numbers the operator sets, by name
public record Dossier(
    String subject, Facts own, Map<String, Facts> others, Map<String, Exact> parameters) {
  public Dossier {
    others = Collections.unmodifiableMap(new TreeMap<>(others));
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  public static Dossier of(Facts own) {
    return new Dossier("", own, Map.of(), Map.of());
  }
}
