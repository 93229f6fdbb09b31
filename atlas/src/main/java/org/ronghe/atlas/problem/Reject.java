package org.ronghe.atlas.problem;

/// Bad data is a record, not an exception: one rejected line or value of an input.
///
/// @param file the input as the user named it
/// @param line 1-based line (row, for a table without lines) in the decompressed file; 0 if unknown
/// @param field the field's name in the input; empty for a whole line
/// @param value the offending text, cut to [#LONGEST_VALUE] characters
/// @param code why
public record Reject(String file, long line, String field, String value, RejectCode code) {
  /// Longer values are cut, so that a broken file cannot fill the disk with its own copy.
  public static final int LONGEST_VALUE = 200;

  public Reject {
    if (line < 0) {
      throw new IllegalArgumentException("line " + line);
    }
    value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
  }

  /// The same reject when its lines were counted from `linesBefore` lines into the file.
  public Reject after(long linesBefore) {
    return linesBefore == 0 ? this : new Reject(file, line + linesBefore, field, value, code);
  }
}
