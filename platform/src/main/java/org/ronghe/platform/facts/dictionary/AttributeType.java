package org.ronghe.platform.facts.dictionary;

/// The type of an attribute's values.
public enum AttributeType {
  DECIMAL,
  INTEGER,
  /// A whole number of the currency's smallest unit (fen), with the currency.
  MONEY,
  /// Stored as a fraction of one: 5 % is 0.05.
  PERCENT,
  BOOLEAN,
  DATE,
  TEXT,
  /// One of a list.
  CODE,
  /// A title or certificate; its value is the certificate's number, its validity the fact's.
  TITLE,
  /// Refers to an organisation.
  ORGANISATION,
  /// Refers to a person.
  PERSON,
  /// Refers to an organisation, with the part it holds as a fraction of one.
  HOLDING;

  /// Whether values are numbers that can be compared and summed.
  public boolean numeric() {
    return this == DECIMAL || this == INTEGER || this == PERCENT;
  }

  /// Whether values refer to another subject.
  public boolean refers() {
    return this == ORGANISATION || this == PERSON || this == HOLDING;
  }
}
