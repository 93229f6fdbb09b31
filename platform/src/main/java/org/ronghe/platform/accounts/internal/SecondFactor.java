package org.ronghe.platform.accounts.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronghe.platform.accounts.internal.Throttle.Kind;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Saying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The second factor: one-time codes of an authenticator app, and recovery codes for when it is
/// lost.
@Service
class SecondFactor {
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_CODE_LENGTH = 16; // 78 bits

  /// Where somebody stands.
  ///
  /// @param on whether codes are asked for
  /// @param recoveryCodes how many are left
  record Standing(boolean on, int recoveryCodes) {}

  private static final class Kept {
    final byte[] secret;
    final boolean confirmed;
    final long lastStep;

    Kept(byte[] secret, boolean confirmed, long lastStep) {
      this.secret = secret;
      this.confirmed = confirmed;
      this.lastStep = lastStep;
    }
  }

  private final SystemWork work;
  private final SecretBox box;
  private final Throttle throttle;
  private final JdbcClient jdbc;

  SecondFactor(SystemWork work, SecretBox box, Throttle throttle, JdbcClient jdbc) {
    this.work = work;
    this.box = box;
    this.throttle = throttle;
    this.jdbc = jdbc;
  }

  /// Where an account stands.
  Standing of(long account) {
    return work.read(() ->
        jdbc.sql(
                """
                SELECT EXISTS (SELECT FROM totp WHERE account = :account AND confirmed_at IS NOT NULL),
                  (SELECT count(*) FROM recovery_code WHERE account = :account AND used_at IS NULL)
                """)
            .param("account", account)
            .query((row, number) -> new Standing(row.getBoolean(1), row.getInt(2)))
            .single());
  }

  /// The secret to set an app up with: a new one, or the one shown before and not confirmed yet.
  ///
  /// @return in base32
  String secretToSetUp(long account) {
    return Totp.base32(
        work.write(() -> {
          Optional<Kept> kept = kept(account);
          if (kept.isPresent()) {
            if (kept.get().confirmed) {
              throw new NodeProblem(
                  ProblemCode.CONFLICT, Saying.of("accounts.fault.second-factor-on"));
            }
            return kept.get().secret;
          }
          byte[] secret = Secrets.bytes(Totp.SECRET_BYTES);
          jdbc.sql("INSERT INTO totp (account, secret) VALUES (:account, :secret)")
              .param("account", account)
              .param("secret", box.shut(account, secret))
              .update();
          return secret;
        }));
  }

  /// Turns it on, given a code of the app that was set up.
  ///
  /// @return recovery codes, to be shown once; empty if the code is wrong
  Optional<List<String>> confirm(long account, String code) {
    return work.write(() -> {
      Optional<Kept> kept = kept(account).filter(k -> !k.confirmed);
      OptionalLong step =
          kept.isEmpty()
              ? OptionalLong.empty()
              : Totp.findStep(kept.get().secret, code, Instant.now(), kept.get().lastStep);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      jdbc.sql("UPDATE totp SET confirmed_at = now(), last_step = :step WHERE account = :account")
          .param("step", step.getAsLong())
          .param("account", account)
          .update();
      return Optional.of(newRecoveryCodes(account));
    });
  }

  /// Whether a code, of the app or for recovery, is right. Each is good once.
  ///
  /// @throws NodeProblem TOO_MANY_REQUESTS after too many wrong ones
  boolean matches(long account, String code) {
    String key = Long.toString(account);
    var verdict = work.write(() -> throttle.attempt(Kind.SECOND_FACTOR, key));
    if (!verdict.allowed()) {
      throw new NodeProblem(ProblemCode.TOO_MANY_REQUESTS, Math.max(1, verdict.waitSeconds()));
    }
    return work.write(() -> {
      boolean right = usedUp(account, code) || recovered(account, code);
      if (right) {
        throttle.takeBack(Kind.SECOND_FACTOR, key);
      }
      return right;
    });
  }

  /// New recovery codes; the ones before hold no longer.
  List<String> renewRecoveryCodes(long account) {
    return work.write(() -> {
      if (kept(account).filter(k -> k.confirmed).isEmpty()) {
        throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("accounts.fault.second-factor-off"));
      }
      return newRecoveryCodes(account);
    });
  }

  /// Turns it off.
  void remove(long account) {
    work.write(() -> {
      jdbc.sql("DELETE FROM totp WHERE account = :account").param("account", account).update();
      jdbc.sql("DELETE FROM recovery_code WHERE account = :account")
          .param("account", account)
          .update();
      return true;
    });
  }

  private boolean usedUp(long account, String code) {
    Optional<Kept> kept = kept(account).filter(k -> k.confirmed);
    if (kept.isEmpty()) {
      return false;
    }
    OptionalLong step = Totp.findStep(kept.get().secret, code, Instant.now(), kept.get().lastStep);
    // Of two at once with the same code, one changes the row.
    return step.isPresent()
        && jdbc.sql(
                    "UPDATE totp SET last_step = :step WHERE account = :account AND last_step <"
                        + " :step")
                .param("step", step.getAsLong())
                .param("account", account)
                .update()
            == 1;
  }

  private boolean recovered(long account, String code) {
    return jdbc.sql(
                """
                UPDATE recovery_code SET used_at = now()
                WHERE account = :account AND hash = :hash AND used_at IS NULL
                """)
            .param("account", account)
            .param("hash", recoveryDigest(account, code))
            .update()
        == 1;
  }

  private Optional<Kept> kept(long account) {
    return jdbc.sql(
            "SELECT secret, confirmed_at IS NOT NULL AS confirmed, last_step FROM totp WHERE"
                + " account = :account")
        .param("account", account)
        .query((row, number) ->
            new Kept(
                box.open(account, row.getBytes("secret")),
                row.getBoolean("confirmed"),
                row.getLong("last_step")))
        .optional();
  }

  private List<String> newRecoveryCodes(long account) {
    jdbc.sql("DELETE FROM recovery_code WHERE account = :account")
        .param("account", account)
        .update();
    var codes = new ArrayList<String>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      String code = Secrets.readable(RECOVERY_CODE_LENGTH).replaceAll("(.{4})(?=.)", "$1-");
      codes.add(code);
      jdbc.sql("INSERT INTO recovery_code (account, hash) VALUES (:account, :hash)")
          .param("account", account)
          .param("hash", recoveryDigest(account, code))
          .update();
    }
    return codes;
  }

  private static byte[] recoveryDigest(long account, String code) {
    return Secrets.digest(
        account + ":" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
  }
}
