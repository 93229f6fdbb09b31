package org.ronghe.rules.sheet;

/// A question as far as the tests care.
///
/// @param block questions of one block are about the same matter, so that their answers go together
/// @param answers how many answers there are, numbered from 0 in their order
public record Question(String id, String block, int answers) {
  public Question {
    if (answers < 2) {
      throw new IllegalArgumentException(id + " has " + answers + " answers");
    }
  }
}
