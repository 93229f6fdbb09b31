package org.ronghe.rules.source;

/// The languages every text is there in.
public enum Language {
  ENGLISH("en"),
  CHINESE("zh");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
