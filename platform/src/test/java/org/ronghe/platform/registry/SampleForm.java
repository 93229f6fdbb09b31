package org.ronghe.platform.registry;

import java.util.LinkedHashMap;
import java.util.Map;

/// Forms for tests.
public final class SampleForm {
  private SampleForm() {}

  /// A form with which nothing is wrong, of an achievement of applied technology at level 4.
  public static FilledForm right(String title) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title_zh", title);
    values.put("work_class", "applied");
    values.put("industry", "C3976");
    values.put("keywords", "光学；激光");
    values.put("summary", "一种用于测量的激光光源，功率稳定。");
    values.put("openness", "public");
    values.put("start", "2022-03");
    values.put("end", "2024-12");
    values.put("secrecy", "none");
    values.put("origin", "original");
    values.put("embodiment", "equipment");
    values.put("level", "national-leading");
    values.put("stage", "middle");
    values.put("conclusion", "专家组认为达到国内领先水平。");
    values.put("contributor.0.name", "李华");
    values.put("contributor.0.organisation", "东湖大学");
    values.put("contributor.0.part", "总体设计");
    values.put("contributor.1.name", "王敏");
    values.put("contributor.1.organisation", "东湖大学");
    values.put("contributor.1.part", "样机试验");
    values.put("holder.0.name", "东湖大学");
    values.put("holder.0.share", "2/3");
    values.put("holder.1.name", "李华");
    values.put("holder.1.share", "1/3");
    values.put("trl_level", "4");
    values.put("trl_on", "2024-11-30");
    values.put("trl_assessor", "省技术评估中心");
    values.put("trl_evidence.1", "论文");
    values.put("trl_evidence.2", "方案");
    values.put("trl_evidence.3", "实验记录");
    values.put("trl_evidence.4", "测试报告");
    return new FilledForm(values);
  }
}
