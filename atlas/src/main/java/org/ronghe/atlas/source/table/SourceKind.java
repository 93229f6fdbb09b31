package org.ronghe.atlas.source.table;

/// What a file is, as far as Ronghe knows such files.
public enum SourceKind {
  OPENALEX_WORKS("openalex-works"),
  OPENALEX_INSTITUTIONS("openalex-institutions"),
  ROR_V1("ror-v1"),
  ROR_V2("ror-v2"),
  PATENTSVIEW_PATENT("patentsview-patent"),
  PATENTSVIEW_INVENTOR("patentsview-inventor"),
  PATENTSVIEW_LOCATION("patentsview-location"),
  PATENTSVIEW_ASSIGNEE("patentsview-assignee"),
  EVENTS("events"),
  COUNTS("counts"),
  POINTS("points"),
  UNKNOWN("unknown");

  private final String code;

  SourceKind(String code) {
    this.code = code;
  }

  /// The stable name, in kebab case.
  public String code() {
    return code;
  }

  /// True for files of JSON, whose full check is not made here.
  public boolean isJson() {
    return switch (this) {
      case OPENALEX_WORKS, OPENALEX_INSTITUTIONS, ROR_V1, ROR_V2 -> true;
      case PATENTSVIEW_PATENT,
          PATENTSVIEW_INVENTOR,
          PATENTSVIEW_LOCATION,
          PATENTSVIEW_ASSIGNEE,
          EVENTS,
          COUNTS,
          POINTS,
          UNKNOWN ->
          false;
    };
  }
}
