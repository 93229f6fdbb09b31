package org.ronghe.rules.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.source.Words;

/// What a rulebook is called.
///
/// @param id the name of its file
/// @param title short, of what can be got
/// @param document the official title
/// @param number the official number; empty where it has none
/// @param issuers who issued it
/// @param place where it applies
/// @param issued when, if known
/// @param note what a reader should know
public record Heading(
    String id,
    Words title,
    Words document,
    String number,
    List<Words> issuers,
    Words place,
    Optional<LocalDate> issued,
    Words note) {
  public Heading {
    issuers = List.copyOf(issuers);
  }
}
