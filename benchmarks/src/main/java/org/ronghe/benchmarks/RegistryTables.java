package org.ronghe.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Made-up tables to import, of every kind of row that is large in practice.
enum RegistryTables {
  /// Three contributors, two holders, a patent and a readiness each.
  ACHIEVEMENTS(
      "title_zh,work_class,keywords,summary,industry,start,end,secrecy,origin,embodiment,level,stage,contributors,holders,rights,trl_level,trl_on,trl_assessor,trl_evidence"),
  /// With an ORCID each, whose last sign is the check of the others (ISO 7064, MOD 11-2).
  PEOPLE("name_zh,name_en,kind,organisation,orcid,homepage"),
  /// With a DOI each.
  WORKS("kind,title_zh,title_en,year,doi,organisation");

  private static final int SUMMARY_PARTS = 12;

  private final String header;

  RegistryTables(String header) {
    this.header = header;
  }

  private String row(int number) {
    return switch (this) {
      case ACHIEVEMENTS ->
          RegistryTitles.of(number)
              + ",applied,光学;激光,"
              + summary(number)
              + ",C3976,2022-03,2024-12,none,original,"
              + "equipment,not-evaluated,middle,"
              + "李华|导入大学|设计;王敏|导入大学|试验;张伟|导入大学|数据,导入大学=2/3;李华=1/3,论文|X"
              + number
              + "||granted,3,2024-11-30,评估中心,1=论文;2=方案;3=记录";
      case PEOPLE ->
          RegistryTitles.of(number).substring(0, 3)
              + ",Li Hua "
              + number
              + ",researcher,导入大学,"
              + orcid(number)
              + ",";
      case WORKS ->
          "publication,"
              + RegistryTitles.of(number)
              + ",,"
              + (2000 + number % 25)
              + ",10.5555/made-up."
              + number
              + ",导入大学";
    };
  }

  /// Its word in imports.
  String kind() {
    return name().toLowerCase(Locale.ROOT);
  }

  byte[] table(int rows) {
    var text = new StringBuilder(header).append('\n');
    for (int number = 0; number < rows; number++) {
      text.append(row(number)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// As long as summaries are that are looked at for copies, and each of its own.
  private static String summary(int number) {
    var summary = new StringBuilder("第" + number + "项工作");
    for (int part = 1; part <= SUMMARY_PARTS; part++) {
      summary.append("，").append(RegistryTitles.of(number * 31 + part * 7919));
    }
    return summary.append("。").toString();
  }

  private static String orcid(int number) {
    String digits = "%015d".formatted(200_000_000_000L + number);
    int total = 0;
    for (int i = 0; i < digits.length(); i++) {
      total = (total + (digits.charAt(i) - '0')) * 2;
    }
    int check = (12 - total % 11) % 11;
    String all = digits + (check == 10 ? "X" : Integer.toString(check));
    return String.join(
        "-", all.substring(0, 4), all.substring(4, 8), all.substring(8, 12), all.substring(12));
  }
}
