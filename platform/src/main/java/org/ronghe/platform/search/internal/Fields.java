package org.ronghe.platform.search.internal;

/// The fields of the index. Whoever changes what is in one, raises [#SHAPE]: the index is then
/// built anew at the next start.
final class Fields {
  /// Changes with every change of fields or of the way names are cut.
  static final String SHAPE = "1";

  /// Kind and id: what a document is replaced by.
  static final String KEY = "key";

  static final String KIND = "kind";
  static final String ID = "id";
  static final String AUDIENCE = "audience";

  /// The document itself, to be shown.
  static final String SUBJECT = "subject";

  /// Chinese characters of names, one by one and in pairs, [#START] before the first.
  static final String CHARACTERS = "characters";

  /// Readings and initials of the characters of names, between [#START] and [#END].
  static final String PINYIN = "pinyin";

  /// Words of names.
  static final String WORDS = "words";

  /// Stems of the words of names.
  static final String STEMS = "stems";

  /// Each whole name without spaces.
  static final String WHOLE = "whole";

  /// First letters of names of several words.
  static final String ACRONYM = "acronym";

  /// Characters and words of places.
  static final String PLACES = "places";

  static final String IDENTIFIERS = "identifiers";

  static final String FEATURES = "features";

  /// How short the name is: of two that match alike, the shorter one is meant.
  static final String BREVITY = "brevity";

  static final String START = "^";
  static final String END = "$";

  private Fields() {}
}
