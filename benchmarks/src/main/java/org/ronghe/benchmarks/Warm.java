package org.ronghe.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;

/// Repeats a piece of work in one process until it has been seen warm often enough, or the time
/// allowed is up. The first run is not counted if there is a second.
final class Warm {
  private Warm() {}

  /// Wall and CPU seconds of the counted runs. CPU time is the process's: it includes compiling and
  /// collecting garbage on other threads.
  record Times(double medianSeconds, double bestSeconds, double medianCpuSeconds, int runs) {}

  /// The times of the runs and the answer of the last.
  record Result<T>(T answer, Times times) {}

  /// Runs `work` up to `runs` times after a first time.
  ///
  /// @param budgetSeconds no further run begins once this much has passed
  static <T> Result<T> repeat(int runs, double budgetSeconds, Callable<T> work) throws Exception {
    var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double[] wall = new double[runs + 1];
    double[] cpu = new double[runs + 1];
    long begin = System.nanoTime();
    int done = 0;
    T answer;
    do {
      System.gc();
      long cpuFrom = os.getProcessCpuTime();
      long from = System.nanoTime();
      answer = work.call();
      wall[done] = (System.nanoTime() - from) / 1e9;
      cpu[done] = (os.getProcessCpuTime() - cpuFrom) / 1e9;
      done++;
    } while (done <= runs && (System.nanoTime() - begin) / 1e9 < budgetSeconds);
    int first = done > 1 ? 1 : 0;
    double[] counted = Arrays.copyOfRange(wall, first, done);
    double[] countedCpu = Arrays.copyOfRange(cpu, first, done);
    Arrays.sort(counted);
    Arrays.sort(countedCpu);
    int middle = counted.length / 2;
    return new Result<>(
        answer, new Times(counted[middle], counted[0], countedCpu[middle], counted.length));
  }
}
