package org.ronghe.platform.ranking.internal;

import java.util.List;
import org.ronghe.platform.text.Language;

/// What a ranking is to be made from; the input of its job.
///
/// @param demo records made up after published totals, instead of files
/// @param works OpenAlex works
/// @param patents PatentsView tables, or one table of patents
/// @param places OpenAlex institutions or ROR
/// @param method id of the method
/// @param minWeight least weight in a neighbourhood; empty for the method's
/// @param note what it is for
/// @param language to name in what is wrong
public record RunInput(
    boolean demo,
    List<String> works,
    List<String> patents,
    List<String> places,
    String method,
    String minWeight,
    String note,
    Language language) {
  public RunInput {
    works = List.copyOf(works);
    patents = List.copyOf(patents);
    places = List.copyOf(places);
  }
}
