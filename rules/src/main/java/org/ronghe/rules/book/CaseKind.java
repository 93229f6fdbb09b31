package org.ronghe.rules.book;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronghe.rules.source.Words;

/// What an applicant comes for.
public enum CaseKind {
  FIRST("first", "首次申报", "first application"),
  RENEWAL("renewal", "续期", "renewal"),
  RE_EXAMINATION("re-examination", "复核", "re-examination");

  private final String code;
  private final String zh;
  private final String en;

  CaseKind(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  public String code() {
    return code;
  }

  public Words title() {
    return new Words(zh, en);
  }

  public static Optional<CaseKind> find(String code) {
    return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  public static List<String> codes() {
    return Stream.of(values()).map(CaseKind::code).toList();
  }
}
