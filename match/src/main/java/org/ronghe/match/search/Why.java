package org.ronghe.match.search;

import java.util.List;
import org.ronghe.match.quantity.Check;

/// The reasons for a match.
///
/// @param terms words and phrases that both texts have, the rarest first; where the texts are in
///   two languages, in both: `电池 ↔ battery`
/// @param asked the passage of the asking text where most of them stand
/// @param answered the passage of the answering text where most of them stand
/// @param checks demands in numbers: met, not met, not stated
/// @param codes industries and IPC classes that both have
/// @param missing phrases of the asking title that the answer has nothing of
public record Why(
    List<String> terms,
    Passage asked,
    Passage answered,
    List<Check> checks,
    List<String> codes,
    List<String> missing) {

  public Why {
    terms = List.copyOf(terms);
    checks = List.copyOf(checks);
    codes = List.copyOf(codes);
    missing = List.copyOf(missing);
  }
}
