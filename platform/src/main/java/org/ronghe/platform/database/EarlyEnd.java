package org.ronghe.platform.database;

/// What is to be done if this process ends before something it began is in the hands of whoever
/// ends it in order. A server in a session of its own would outlive its node otherwise.
///
/// ```
/// try (var early = new EarlyEnd(process::destroy)) {
///   waitUntilReady(process);
/// }
/// ```
public final class EarlyEnd implements AutoCloseable {
  private final Thread hook;

  /// @param end done once, in a thread of its own, if the process ends before this is closed
  public EarlyEnd(Runnable end) {
    hook = Thread.ofPlatform().name("early-end").unstarted(end);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      end.run(); // the process is ending already
    }
  }

  /// From now on somebody else ends it.
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook runs.
    }
  }
}
