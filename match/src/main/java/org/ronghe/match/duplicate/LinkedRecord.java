package org.ronghe.match.duplicate;

import java.util.List;

/// A record of a work to be found in another list.
///
/// @param id its name in its own list
/// @param title as printed
/// @param people names of persons, as printed
/// @param venue where it appeared; empty if unknown
/// @param year 0 if unknown
public record LinkedRecord(String id, String title, List<String> people, String venue, int year) {

  public LinkedRecord {
    people = List.copyOf(people);
  }
}
