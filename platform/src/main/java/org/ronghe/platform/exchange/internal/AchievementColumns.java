package org.ronghe.platform.exchange.internal;

import java.util.List;

/// The columns of a table of achievements: the fields of the official form, its lists in one cell
/// each.
final class AchievementColumns {
  private static final Column CLASS =
      Column.choice(
          "work_class", "registry.work-class.", List.of("applied", "basic", "soft"), true);
  private static final Column OPENNESS =
      Column.choice("openness", "registry.openness.", List.of("internal", "public"), false);
  private static final Column ORIGIN =
      Column.choice(
          "origin", "registry.origin.", List.of("original", "absorbed", "developed"), false);
  private static final Column EMBODIMENT =
      Column.choice(
          "embodiment",
          "registry.embodiment.",
          List.of(
              "technology",
              "process",
              "product",
              "material",
              "equipment",
              "variety",
              "software",
              "theory",
              "paper",
              "report",
              "standard",
              "other"),
          false);
  private static final Column LEVEL =
      Column.choice(
          "level",
          "registry.level.",
          List.of(
              "not-evaluated",
              "world-leading",
              "world-advanced",
              "national-leading",
              "national-advanced",
              "other"),
          false);
  private static final Column STAGE =
      Column.choice("stage", "registry.stage.", List.of("early", "middle", "mature"), false);
  private static final Column SECRECY =
      Column.choice("secrecy", "registry.secrecy.", List.of("none", "secret"), false);
  static final Column RIGHT =
      Column.choice(
          "right",
          "registry.right-kind.",
          List.of(
              "invention",
              "utility-model",
              "design",
              "software",
              "variety",
              "layout",
              "standard",
              "paper",
              "other"),
          false);
  static final Column RIGHT_STATE =
      Column.choice(
          "state", "registry.right-state.", List.of("applied", "granted", "lapsed"), false);
  static final List<Column> CHOICES =
      List.of(CLASS, OPENNESS, ORIGIN, EMBODIMENT, LEVEL, STAGE, SECRECY);
  static final List<String> TEXTS =
      List.of(
          "title_zh",
          "title_en",
          "keywords",
          "summary",
          "industry",
          "start",
          "end",
          "conclusion",
          "trl_level",
          "trl_on",
          "trl_assessor");
  static final List<Column> ALL =
      List.of(
          Column.text("title_zh"),
          Column.text("title_en"),
          CLASS,
          Column.text("organisation"),
          Column.text("keywords"),
          Column.text("summary"),
          Column.text("industry"),
          OPENNESS,
          Column.text("start"),
          Column.text("end"),
          SECRECY,
          ORIGIN,
          EMBODIMENT,
          LEVEL,
          STAGE,
          Column.text("conclusion"),
          Column.text("contributors"),
          Column.text("holders"),
          Column.text("rights"),
          Column.text("trl_level"),
          Column.text("trl_on"),
          Column.text("trl_assessor"),
          Column.text("trl_evidence"),
          Column.text("fundings"),
          Column.text("number"),
          Column.text("registered_on"));

  private AchievementColumns() {}
}
