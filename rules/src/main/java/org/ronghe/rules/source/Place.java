package org.ronghe.rules.source;

/// Where something stands.
///
/// @param file as the user named it
/// @param line from 1 on
public record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
