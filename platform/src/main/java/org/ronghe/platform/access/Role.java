package org.ronghe.platform.access;

import java.util.Locale;

/// What a person does for an organisation. Roles are given per organisation; a person may hold
/// several.
public enum Role {
  /// Manages people, rights and settings of the node.
  ADMINISTRATOR,
  /// Works for the science bureau: reads and enters facts about every organisation, and decides.
  BUREAU_OFFICER,
  /// Registers an institution's works and keeps its facts.
  REGISTRAR,
  /// Keeps a firm's facts.
  ENTERPRISE,
  /// Brings supply and demand together (technology manager).
  BROKER,
  /// Reviews what is put before them.
  REVIEWER,
  /// Fund or bank.
  INVESTOR,
  /// Reads everything, writes nothing.
  AUDITOR,
  /// Reads what is public, by API.
  DATA_USER;

  /// The code in the database, in the API and in keys of texts, such as `bureau-officer`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The role of a code.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
