package org.ronghe.benchmarks;

/// Names that differ as names do: a number in Chinese signs, so that pairs of them are shared by
/// some and not by all.
final class RegistryTitles {
  private static final String SIGNS = "激光电池机床药物监测传感合金育种遥感封装桥梁氢能水质芯片隔膜主轴";

  private RegistryTitles() {}

  static String of(int number) {
    var title = new StringBuilder();
    for (int left = number + 100_000; left > 0; left /= 16) {
      title.append(SIGNS, left % 16 * 2, left % 16 * 2 + 2);
    }
    return title.append("方法").toString();
  }
}
