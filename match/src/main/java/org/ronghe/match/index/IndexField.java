package org.ronghe.match.index;

import org.ronghe.match.text.Tongue;

/// Names of the fields in the Lucene index. Needs and offers have fields of their own, so that how
/// rare a word is among needs and among offers is known apart.
public final class IndexField {
  public static final String ID = "id";
  static final String SOURCE = "source";
  public static final String KIND = "kind";
  public static final String OWNER = "owner";
  public static final String CODE = "code";

  /// The [CountedTerms] of a document.
  public static final String TERMS = "terms";

  private IndexField() {}

  /// Terms of the documents of a side.
  public static String words(DocumentKind.Side side) {
    return "words." + side.code();
  }

  /// Vectors of the documents of a side that are in a language.
  public static String vector(DocumentKind.Side side, Tongue tongue) {
    return "vector." + side.code() + "." + tongue.name().charAt(0);
  }
}
