package org.ronghe.rules.book;

import java.util.List;
import java.util.Map;
import org.ronghe.rules.source.Words;

/// One official document as its criteria, dated and with a source for every clause.
///
/// @param heading what it is called and who issued it
/// @param validity when and for which cases it applies
/// @param sources what it was taken from, by id
/// @param evidence what an applicant hands in, by id
/// @param inputs what is asked of the fact base, by the name expressions use
/// @param contents its titles, scores, tables
/// @param examples its own boundary cases
/// @param origin the file it was read from
public record Rulebook(
    Heading heading,
    Validity validity,
    Map<String, Source> sources,
    Map<String, Words> evidence,
    Map<String, Input> inputs,
    Contents contents,
    List<Example> examples,
    Origin origin) {
  public Rulebook {
    sources = Ordered.copy(sources);
    evidence = Ordered.copy(evidence);
    inputs = Ordered.copy(inputs);
    examples = List.copyOf(examples);
  }

  /// The name of the file without its ending.
  public String id() {
    return heading.id();
  }
}
