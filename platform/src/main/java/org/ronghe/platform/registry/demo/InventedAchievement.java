package org.ronghe.platform.registry.demo;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.registry.FilledForm;

/// An achievement that does not exist.
///
/// 80 % are applied technology, 12 % basic theory, 8 % soft science. Readiness of the applied ones
/// is 1 + the sum of three throws of 0 to 2, twice as often 5 as 3; research ends in 2018 to 2025,
/// each year a fifth more often than the one before; two to six people; seven of ten belong to the
/// registering organisation alone, the others by a third to a firm; six of ten have a patent. Eight
/// of ten registered ones are public. Every fiftieth repeats the one before in other words, with
/// the same patent.
final class InventedAchievement {
  private static final List<String[]> THINGS =
      List.of(
          new String[] {"激光测距", "laser ranging", "C4014"},
          new String[] {"锂电池隔膜", "battery separators", "C3841"},
          new String[] {"数控机床主轴", "machine tool spindles", "C3421"},
          new String[] {"抗体药物", "antibody drugs", "C2761"},
          new String[] {"工业机器人关节", "robot joints", "C3491"},
          new String[] {"水质在线监测", "online water monitoring", "C4021"},
          new String[] {"光纤传感", "fibre sensing", "C3976"},
          new String[] {"高温合金铸造", "superalloy casting", "C3391"},
          new String[] {"水稻育种", "rice breeding", "A0111"},
          new String[] {"智能电表", "smart meters", "C4012"},
          new String[] {"桥梁健康监测", "bridge monitoring", "E4813"},
          new String[] {"氢燃料电池", "hydrogen fuel cells", "C3849"},
          new String[] {"遥感影像解译", "remote sensing", "M7475"},
          new String[] {"城市内涝模拟", "urban flood models", "N7610"},
          new String[] {"芯片封装", "chip packaging", "C3973"},
          new String[] {"中药提取", "herbal extraction", "C2740"});
  private static final List<String[]> WAYS =
      List.of(
          new String[] {"低成本制备方法", "Low-cost production of"},
          new String[] {"故障诊断技术", "Fault diagnosis for"},
          new String[] {"在线检测装置", "An online tester for"},
          new String[] {"优化设计平台", "A design platform for"},
          new String[] {"寿命预测模型", "A lifetime model of"},
          new String[] {"自动化生产线", "An automated line for"},
          new String[] {"标准体系研究", "Standards for"},
          new String[] {"关键材料与工艺", "Key materials and processes of"},
          new String[] {"节能改造技术", "Energy saving in"},
          new String[] {"数字孪生系统", "A digital twin of"});
  private static final List<String> PLACES =
      List.of("面向高湿环境的", "面向中小企业的", "面向野外作业的", "面向大规模应用的", "面向极端温度的", "面向老旧设备的", "面向港口的", "面向矿山的");
  private static final List<String> SURNAMES =
      List.of("王", "李", "张", "刘", "陈", "杨", "黄", "周", "吴", "徐", "孙", "马");
  private static final List<String> GIVEN =
      List.of("伟", "敏", "静", "涛", "明哲", "思远", "雨桐", "建国", "晓雯", "子涵", "海波", "丽", "志强", "若兰");
  private static final List<String> PARTS = List.of("总体方案", "理论分析", "样机研制", "现场试验", "数据处理", "应用推广");
  private static final List<String> LEVELS =
      List.of(
          "not-evaluated",
          "not-evaluated",
          "national-advanced",
          "national-leading",
          "world-advanced");
  private static final int REPEATED = 50;

  private final int number;
  private final Organisation keeper;
  private final Organisation firm;
  private final FilledForm before;
  private final Random random;

  InventedAchievement(
      int number, Organisation keeper, Organisation firm, FilledForm before, Random random) {
    this.number = number;
    this.keeper = keeper;
    this.firm = firm;
    this.before = before;
    this.random = random;
  }

  /// The form, with which nothing is wrong.
  FilledForm form() {
    if (number % REPEATED == REPEATED - 1) {
      String title = before.value("title_zh").replace("（虚构）", "及其应用（虚构）");
      return before.with("title_zh", title);
    }
    var values = new LinkedHashMap<String, String>();
    int throwOfClass = random.nextInt(100);
    String kind = throwOfClass < 80 ? "applied" : throwOfClass < 92 ? "basic" : "soft";
    String[] thing = THINGS.get(random.nextInt(THINGS.size()));
    String[] way = WAYS.get(random.nextInt(WAYS.size()));
    String place = PLACES.get(random.nextInt(PLACES.size()));
    values.put("title_zh", place + thing[0] + way[0] + number + "号（虚构）");
    values.put("title_en", way[1] + " " + thing[1] + ", no. " + number + " (invented)");
    values.put("work_class", kind);
    values.put("industry", thing[2]);
    values.put("keywords", thing[0] + "；" + way[0]);
    values.put(
        "summary",
        "本项为示例，纯属虚构。针对"
            + thing[0]
            + "，第"
            + number
            + "项工作提出"
            + place
            + way[0]
            + "，在"
            + (3 + random.nextInt(40))
            + "个场景中试用，效率提高"
            + (5 + random.nextInt(45))
            + "%。");
    values.put("openness", random.nextInt(10) < 8 ? "public" : "internal");
    int year = year();
    int month = 1 + random.nextInt(12);
    values.put("start", "%d-%02d".formatted(year - 1 - random.nextInt(3), month));
    values.put("end", "%d-%02d".formatted(year, month));
    values.put("secrecy", "none");
    values.put("origin", List.of("original", "developed", "absorbed").get(random.nextInt(3)));
    values.put(
        "embodiment",
        kind.equals("applied")
            ? List.of("technology", "process", "product", "equipment").get(random.nextInt(4))
            : kind.equals("basic") ? "paper" : "report");
    values.put("stage", List.of("early", "middle", "mature").get(random.nextInt(3)));
    String level = LEVELS.get(random.nextInt(LEVELS.size()));
    values.put("level", level);
    if (!level.equals("not-evaluated")) {
      values.put("conclusion", "专家组结论（示例，虚构）");
    }
    people(values);
    holders(values);
    rights(values, year);
    if (kind.equals("applied")) {
      maturity(values, year);
    }
    if (random.nextInt(2) == 0) {
      values.put("funding.0.programme", "江城市重点研发计划（虚构）");
      values.put("funding.0.number", "JC%d%05d".formatted(year, number));
      values.put("funding.0.amount", String.valueOf((10 + random.nextInt(490)) * 10_000));
    }
    return new FilledForm(values);
  }

  private int year() {
    int throwOfYear = random.nextInt(165);
    int year = 2018;
    double weight = 10;
    double sum = weight;
    while (throwOfYear >= sum && year < 2025) {
      year++;
      weight *= 1.2;
      sum += weight;
    }
    return Math.min(year, 2025);
  }

  private void people(Map<String, String> values) {
    int count = 2 + random.nextInt(5);
    var named = new HashSet<String>();
    for (int i = 0; i < count; i++) {
      String surname = SURNAMES.get(random.nextInt(SURNAMES.size()));
      int given = random.nextInt(GIVEN.size());
      while (!named.add(surname + GIVEN.get(given))) {
        given = (given + 1) % GIVEN.size();
      }
      String name = surname + GIVEN.get(given);
      values.put("contributor." + i + ".name", name);
      values.put("contributor." + i + ".organisation", keeper.names().main());
      values.put("contributor." + i + ".part", PARTS.get(i % PARTS.size()));
    }
  }

  private void holders(Map<String, String> values) {
    values.put("holder.0.name", keeper.names().main());
    boolean alone = random.nextInt(10) < 7 || firm.id() == keeper.id();
    values.put("holder.0.share", alone ? "1" : "2/3");
    if (!alone) {
      values.put("holder.1.name", firm.names().main());
      values.put("holder.1.share", "1/3");
    }
  }

  private void rights(Map<String, String> values, int year) {
    if (random.nextInt(10) < 6) {
      values.put("right.0.kind", "invention");
      values.put(
          "right.0.number",
          IdentifierScheme.CN_PATENT.withCheck("%d199%05d".formatted(year, 10_000 + number)));
      values.put("right.0.status", random.nextInt(3) == 0 ? "applied" : "granted");
    }
  }

  private void maturity(Map<String, String> values, int year) {
    int level = 1 + random.nextInt(3) + random.nextInt(3) + random.nextInt(3);
    values.put("trl_level", String.valueOf(level));
    values.put("trl_on", "%d-06-30".formatted(year));
    values.put("trl_assessor", "江城技术评估中心（虚构）");
    for (int i = 1; i <= level; i++) {
      values.put("trl_evidence." + i, "第" + i + "级依据（示例）");
    }
  }
}
