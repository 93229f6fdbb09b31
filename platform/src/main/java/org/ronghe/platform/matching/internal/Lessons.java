package org.ronghe.platform.matching.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.ronghe.platform.matching.Lesson;
import org.springframework.stereotype.Component;

/// The newest lesson, for whoever orders answers.
@Component
class Lessons {
  private final AtomicReference<Optional<Lesson>> newest = new AtomicReference<>(Optional.empty());

  Optional<Lesson> find() {
    return newest.get();
  }

  void teach(Optional<Lesson> lesson) {
    newest.set(lesson);
  }
}
