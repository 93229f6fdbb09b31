package org.ronghe.platform.access;

import java.util.concurrent.Callable;

/// Who is asking right now, in this thread.
public final class Actors {
  private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();
  private static final Actor NOBODY = Actor.nobody("");

  private Actors() {}

  /// The actor of this request or job; nobody where none was named.
  public static Actor current() {
    return CURRENT.orElse(NOBODY);
  }

  /// Runs something in the name of an actor.
  public static <T> T callAs(Actor actor, Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, actor).call(work::call);
  }

  /// Runs something in the name of an actor.
  public static void runAs(Actor actor, Runnable work) {
    ScopedValue.where(CURRENT, actor).run(work);
  }

  /// Works something out in the name of an actor.
  public static <T> T getAs(Actor actor, java.util.function.Supplier<T> work) {
    return ScopedValue.where(CURRENT, actor).call(work::get);
  }
}
