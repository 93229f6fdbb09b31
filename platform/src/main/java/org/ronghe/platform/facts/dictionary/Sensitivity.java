package org.ronghe.platform.facts.dictionary;

/// Who may read a fact.
public enum Sensitivity {
  /// Everybody who has signed in.
  PUBLIC,
  /// The organisation's own people, the bureau and auditors.
  INTERNAL
}
