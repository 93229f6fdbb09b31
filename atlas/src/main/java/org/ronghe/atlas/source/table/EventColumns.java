package org.ronghe.atlas.source.table;

import java.util.List;

/// Where the columns of an events table stand; -1 for one the file does not have.
///
/// @param id the record's id
/// @param year its year, or a date
/// @param kind what it is
/// @param weight how much it counts
/// @param person who
/// @param organisation name or identifier of the organisation, a ROR id in a column of its own
/// @param place latitude, longitude and address
record EventColumns(
    int id, int year, int kind, int weight, int person, Organisation organisation, Place place) {

  /// Columns that name the organisation.
  record Organisation(int name, int ror) {}

  /// Columns that say where.
  record Place(int lat, int lon, int address) {}

  /// What an events table may hold.
  static final List<ColumnTarget> TARGETS =
      List.of(
          ColumnTarget.required("id", "record_id", "event_id", "deal_id", "patent_id"),
          ColumnTarget.required("year", "date", "publication_year", "patent_date"),
          ColumnTarget.optional("kind", "type"),
          ColumnTarget.optional("weight"),
          ColumnTarget.optional(
              "person", "person_id", "inventor", "inventor_id", "author", "author_id"),
          ColumnTarget.optional(
              "organisation",
              "organization",
              "org",
              "organisation_name",
              "organization_name",
              "institution",
              "company"),
          ColumnTarget.optional("ror", "ror_id"),
          ColumnTarget.optional("lat", "latitude", "lat_degrees"),
          ColumnTarget.optional("lon", "lng", "long", "longitude", "lon_degrees"),
          ColumnTarget.optional("address", "affiliation", "place"));

  static EventColumns of(String file, List<String> columns, ColumnMapping mapping) {
    int[] c = mapping.resolve(file, columns, TARGETS);
    var organisation = new Organisation(c[5], c[6]);
    var place = new Place(c[7], c[8], c[9]);
    if (place.lat() < 0 != place.lon() < 0) {
      throw ColumnMapping.missing(file, place.lat() < 0 ? "lat" : "lon", columns);
    }
    boolean somewhere =
        place.lat() >= 0
            || place.address() >= 0
            || organisation.ror() >= 0
            || organisation.name() >= 0;
    if (!somewhere) {
      throw ColumnMapping.missing(file, "lat", columns);
    }
    return new EventColumns(c[0], c[1], c[2], c[3], c[4], organisation, place);
  }

  /// The columns the file has.
  int[] used() {
    return java.util.stream.IntStream.of(
            id,
            year,
            kind,
            weight,
            person,
            organisation.name(),
            organisation.ror(),
            place.lat(),
            place.lon(),
            place.address())
        .filter(c -> c >= 0)
        .toArray();
  }
}
