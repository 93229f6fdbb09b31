package org.ronghe.atlas.source.openalex;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Names of the members of an OpenAlex work that are read, as bytes.
final class Names {
  static final byte[] ID = bytes("id");
  static final byte[] ROR = bytes("ror");
  static final byte[] TYPE = bytes("type");
  static final byte[] ISSN = bytes("issn");
  static final byte[] FIELD = bytes("field");
  static final byte[] LEVEL = bytes("level");
  static final byte[] SCORE = bytes("score");
  static final byte[] ISSN_L = bytes("issn_l");
  static final byte[] SOURCE = bytes("source");
  static final byte[] CONCEPTS = bytes("concepts");
  static final byte[] HOST_VENUE = bytes("host_venue");
  static final byte[] AUTHORSHIPS = bytes("authorships");
  static final byte[] IS_PARATEXT = bytes("is_paratext");
  static final byte[] AFFILIATIONS = bytes("affiliations");
  static final byte[] DISPLAY_NAME = bytes("display_name");
  static final byte[] INSTITUTIONS = bytes("institutions");
  static final byte[] IS_RETRACTED = bytes("is_retracted");
  static final byte[] PRIMARY_TOPIC = bytes("primary_topic");
  static final byte[] TYPE_CROSSREF = bytes("type_crossref");
  static final byte[] INSTITUTION_IDS = bytes("institution_ids");
  static final byte[] PRIMARY_LOCATION = bytes("primary_location");
  static final byte[] PUBLICATION_YEAR = bytes("publication_year");
  static final byte[] IS_AUTHORS_TRUNCATED = bytes("is_authors_truncated");
  static final byte[] RAW_AFFILIATION_STRING = bytes("raw_affiliation_string");
  static final byte[] RAW_AFFILIATION_STRINGS = bytes("raw_affiliation_strings");

  private Names() {}

  private static byte[] bytes(String name) {
    return name.getBytes(US_ASCII);
  }
}
