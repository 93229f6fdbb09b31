package org.ronghe.platform.accounts.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Passwords to hashes and back to a yes or no: Argon2id with 19 MiB, two passes and one lane
/// (OWASP Password Storage Cheat Sheet).
///
/// Costs 19 MiB of heap and some 50 ms of a core each; only as many run at once as there are cores,
/// so that people signing in cannot take all memory.
@Component
class PasswordHashing {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int WAIT_SECONDS = 10;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final Counter computed;
  private final Supplier<String> nobodys =
      SingletonSupplier.of(() -> encoder.encode("a password that nobody has"));

  PasswordHashing(MeterRegistry meters) {
    computed =
        Counter.builder("ronghe.password.hashes")
            .description("Password hashes computed, also for names that nobody has")
            .register(meters);
    // Beside the rest of the start; the first who signs in finds it there.
    Thread.ofVirtual()
        .start(() -> {
          var _ = nobodys.get();
        });
  }

  /// The hash of a new password.
  String hash(String password) {
    return oneOfFew(() -> encoder.encode(normalised(password)));
  }

  /// Whether the password is the one of the hash. Without a hash the answer is no, after as much
  /// work.
  boolean matches(String password, @Nullable String hash) {
    String other = hash == null ? nobodys.get() : hash;
    boolean same = oneOfFew(() -> encoder.matches(normalised(password), other));
    return same && hash != null;
  }

  private <T> T oneOfFew(Supplier<T> work) {
    try {
      if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new NodeProblem(ProblemCode.TOO_MANY_REQUESTS, WAIT_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NodeProblem(ProblemCode.TOO_MANY_REQUESTS, WAIT_SECONDS);
    }
    try {
      computed.increment();
      return work.get();
    } finally {
      places.release();
    }
  }

  /// The same password typed on another keyboard is the same (NIST SP 800-63B-4, 3.1.1.2).
  static String normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
