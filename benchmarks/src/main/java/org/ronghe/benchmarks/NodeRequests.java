package org.ronghe.benchmarks;

import java.util.List;
import java.util.Random;

/// What people ask of a node: lists, single things, searches.
enum NodeRequests {
  LIST {
    @Override
    String path(Random random, int organisations) {
      return switch (random.nextInt(4)) {
        case 0 -> "/organisations";
        case 1 -> "/organisations?filter=kind:institute";
        case 2 -> "/organisations?sort=changed:desc";
        default -> "/people";
      };
    }
  },
  DETAIL {
    @Override
    String path(Random random, int organisations) {
      return "/organisations/" + (1 + random.nextInt(organisations));
    }
  },
  SEARCH {
    @Override
    String path(Random random, int organisations) {
      return "/search?q=" + NodeUser.encoded(text(random, organisations));
    }
  },
  QUICK {
    @Override
    String path(Random random, int organisations) {
      return "/search/quick?q=" + NodeUser.encoded(text(random, organisations));
    }
  };

  /// Names, their beginnings, pinyin, initials, words, a common part, one that is nowhere, a typo.
  private static final List<String> TEXTS =
      List.of(
          "武汉光谷激光",
          "武汉",
          "科技有限公司",
          "研究院",
          "激光",
          "wuhan",
          "Wuhan Laser",
          "whgg",
          "huagong",
          "wuhanjiguang",
          "zgjg",
          "Photonics 42",
          "重庆智能制造",
          "chongqing",
          "张",
          "zhangwei",
          "芯片不存在的词",
          "Semicondutcor",
          "武汉 机器人",
          "东湖",
          "w",
          "kjyxgs",
          "长江",
          "银河生物",
          "Xi'an Biotech");

  abstract String path(Random random, int organisations);

  private static String text(Random random, int organisations) {
    if (random.nextInt(10) == 0) {
      return "9142%014d".formatted(1 + random.nextInt(organisations));
    }
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
