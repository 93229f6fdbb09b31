package org.ronghe.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ronghe.match.vector.ModelWork;

/// Ends the process in order when it is asked to end: what runs first, then the language models,
/// then the shutdown hooks, which all run at once (see [ModelWork]).
///
/// `sun.misc.Signal` is the only way to come before the hooks; it is called by reflection because
/// the compiler warns of it and cannot be told not to. A signal that whoever started the process
/// had ignored stays ignored.
final class StopSignals {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int EXIT_CODE_BASE = 128; // as shells count

  private static final CountDownLatch BEGUN = new CountDownLatch(1);

  private StopSignals() {}

  /// Whether a signal is ending the process: what fails from now on is not worth a word.
  static boolean begun() {
    return BEGUN.getCount() == 0;
  }

  /// Leaves the end of the process, and its exit code, to a signal that has come.
  static void awaitEnd() throws InterruptedException {
    if (begun()) {
      new CountDownLatch(1).await();
    }
  }

  /// From now on `stop` is run before the process ends by a signal.
  static void handle(Runnable stop) {
    try {
      Class<?> signals = Class.forName("sun.misc.Signal");
      Class<?> handlers = Class.forName("sun.misc.SignalHandler");
      Method number = signals.getMethod("getNumber");
      Object handler =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(),
              new Class<?>[] {handlers},
              (_, _, arguments) -> {
                int exitCode = EXIT_CODE_BASE + (int) number.invoke(arguments[0]);
                BEGUN.countDown();
                try {
                  stop.run();
                  ModelWork.end(PATIENCE);
                } finally {
                  System.exit(exitCode); // whatever went wrong, who asked for the end gets it
                }
                return null;
              });
      Method handle = signals.getMethod("handle", signals, handlers);
      for (String name : List.of("TERM", "INT", "HUP")) {
        handle.invoke(null, signals.getConstructor(String.class).newInstance(name), handler);
      }
    } catch (ReflectiveOperationException e) {
      // A signal that this system does not have, or a JVM that leaves signals alone: the hooks stop
      // everything then.
      System.getLogger(StopSignals.class.getName()).log(System.Logger.Level.DEBUG, "signals", e);
    }
  }
}
