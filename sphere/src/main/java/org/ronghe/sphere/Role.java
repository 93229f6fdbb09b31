package org.ronghe.sphere;

/// The part a point plays in a clustering.
public enum Role {
  /// Enough weight lies within the radius.
  CORE,
  /// Not a core, but within the radius of one.
  BORDER,
  /// Neither.
  NOISE
}
