package org.ronghe.platform.jobs;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Long work beside people who wait for a page: the processor is theirs first.
///
/// Java's own thread priorities are without effect on Linux unless the whole JVM is started as
/// root, so the kernel is told: `setpriority` there is of a single thread (setpriority(2)).
/// Elsewhere it would be of the whole process, and nothing is done.
public final class GivingWay {
  private static final Logger LOG = LoggerFactory.getLogger(GivingWay.class);

  /// A tenth of what a thread that waits beside it gets (sched(7): each step a quarter less).
  private static final int NICE = 10;

  private static final int PRIO_PROCESS = 0;
  private static final int THIS_THREAD = 0;

  private GivingWay() {}

  /// Has the current thread, which must be a platform thread, and threads that it starts give way
  /// for as long as they live. A machine that cannot is none the worse.
  public static void fromNowOn() {
    if (!System.getProperty("os.name", "").startsWith("Linux")) {
      return;
    }
    try {
      int failed = (int) setPriority().invokeExact(PRIO_PROCESS, THIS_THREAD, NICE);
      if (failed != 0) {
        LOG.debug("the kernel refuses priority {}", NICE);
      }
    } catch (Throwable e) { // whatever a native call throws: the work itself goes on
      LOG.debug("priorities cannot be set here", e);
    }
  }

  @SuppressWarnings("restricted") // one call of the C library, with three numbers
  private static MethodHandle setPriority() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("setpriority"),
        FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  }
}
