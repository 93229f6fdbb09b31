package org.ronghe.platform.facts.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ronghe.platform.facts.Names;

/// Names of firms and people that do not exist. Every firm's name says so.
final class InventedNames {
  private static final List<Names> WORDS =
      List.of(
          new Names("云帆", "Yunfan"),
          new Names("启明", "Qiming"),
          new Names("楚天", "Chutian"),
          new Names("凌波", "Lingbo"),
          new Names("星野", "Xingye"),
          new Names("知行", "Zhixing"),
          new Names("长虹", "Changhong"),
          new Names("晨曦", "Chenxi"),
          new Names("锦程", "Jincheng"),
          new Names("瀚海", "Hanhai"),
          new Names("鼎新", "Dingxin"),
          new Names("沐光", "Muguang"),
          new Names("博远", "Boyuan"),
          new Names("天枢", "Tianshu"),
          new Names("汇智", "Huizhi"),
          new Names("青禾", "Qinghe"));
  private static final List<Names> FIELDS =
      List.of(
          new Names("激光科技", "Laser"),
          new Names("生物医药", "Biomedicine"),
          new Names("数控装备", "Machine Tools"),
          new Names("汽车零部件", "Vehicle Parts"),
          new Names("新材料", "Materials"),
          new Names("软件", "Software"),
          new Names("仪器仪表", "Instruments"),
          new Names("半导体装备", "Semiconductor Equipment"),
          new Names("检测技术", "Testing"),
          new Names("食品科技", "Food Technology"),
          new Names("储能科技", "Energy Storage"),
          new Names("机器人", "Robotics"));
  private static final List<String> BRANCHES = List.of("", "东城", "湖滨", "光谷", "江岸", "南城");
  private static final List<Names> SURNAMES =
      List.of(
          new Names("王", "Wang"),
          new Names("李", "Li"),
          new Names("张", "Zhang"),
          new Names("刘", "Liu"),
          new Names("陈", "Chen"),
          new Names("杨", "Yang"),
          new Names("黄", "Huang"),
          new Names("周", "Zhou"),
          new Names("吴", "Wu"),
          new Names("徐", "Xu"));
  private static final List<Names> GIVEN =
      List.of(
          new Names("丽", "Li"),
          new Names("伟", "Wei"),
          new Names("敏", "Min"),
          new Names("静", "Jing"),
          new Names("涛", "Tao"),
          new Names("明哲", "Mingzhe"),
          new Names("思远", "Siyuan"),
          new Names("雨桐", "Yutong"),
          new Names("建国", "Jianguo"),
          new Names("晓雯", "Xiaowen"),
          new Names("子涵", "Zihan"),
          new Names("海波", "Haibo"));

  private final Random random;
  private final Set<String> taken = new HashSet<>();

  InventedNames(Random random) {
    this.random = random;
  }

  /// A firm's name that was not given out before.
  Names firm() {
    while (true) {
      Names word = pick(WORDS);
      Names field = pick(FIELDS);
      String branch = BRANCHES.get(random.nextInt(BRANCHES.size()));
      var names =
          new Names(
              "江城" + branch + word.zh() + field.zh() + "有限公司（虚构）",
              word.en() + " " + field.en() + " Co., Ltd. (invented)");
      if (taken.add(names.zh())) {
        return names;
      }
    }
  }

  /// A person's name; several may have the same, as in life.
  Names person() {
    Names surname = pick(SURNAMES);
    Names given = pick(GIVEN);
    return new Names(surname.zh() + given.zh(), surname.en() + " " + given.en());
  }

  /// What a work could be about.
  Names topic() {
    Names field = pick(FIELDS);
    Names word = pick(WORDS);
    return new Names(
        "一种" + field.zh() + "用“" + word.zh() + "”装置（虚构）",
        "A " + word.en() + " device for " + field.en() + " (invented)");
  }

  private Names pick(List<Names> list) {
    return list.get(random.nextInt(list.size()));
  }
}
