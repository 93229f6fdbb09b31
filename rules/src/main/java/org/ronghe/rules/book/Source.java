package org.ronghe.rules.book;

import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.Words;

/// A text that clauses were taken from.
///
/// @param url where it can be read; empty if unknown
/// @param reading what we read of it
public record Source(
    String id, Place place, Words title, String number, String url, Reading reading, Words note) {
  /// What was read.
  public enum Reading {
    /// The official text.
    OFFICIAL,
    /// Copies of it on other pages.
    COPY,
    /// Nothing; others cite it.
    CITED
  }
}
