package org.ronghe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronghe.cli.TerminalTable.Column;

class TerminalTableTest {
  private final TerminalTable table =
      new TerminalTable(
          List.of(new Column("#", true), new Column("名称", false), new Column("得分", true)));

  @Test
  void chineseAndLatinLineUp() {
    table.row(List.of("1", "武汉", "2.13"));
    table.row(List.of("12", "Tokyo–Yokohama", "10.1"));
    assertThat(String.join("\n", table.lines(0)))
        .isEqualTo(
            """
             #  名称            得分
            ──  ──────────────  ────
             1  武汉            2.13
            12  Tokyo–Yokohama  10.1\
            """);
  }

  @Test
  void onANarrowTerminalTheTextGivesWayAndNeverTheNumbers() {
    table.row(List.of("1", "Shenzhen–Hong Kong–Guangzhou", "2.13"));
    for (String line : table.lines(25)) {
      assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(25);
    }
    assertThat(table.lines(25).getLast()).contains("…").endsWith("2.13");
  }

  @Test
  void widthIsCountedInCells() {
    assertThat(DisplayWidth.of("武汉")).isEqualTo(4);
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(DisplayWidth.of("，")).isEqualTo(2);
    assertThat(DisplayWidth.of("ｱ")).isEqualTo(1);
    assertThat(DisplayWidth.cut("武汉市", 5)).isEqualTo("武汉…");
  }
}
