package org.ronghe.platform.accounts.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What makes a password good enough: its length, and that it is not one that everybody tries
/// first. No rule asks for kinds of characters (NIST SP 800-63B-4, 3.1.1.2).
@Component
class PasswordRules {
  /// Characters (code points) after NFKC.
  static final int SHORTEST = 12;

  static final int LONGEST = 128;
  private static final int FEWEST_DIFFERENT = 5;
  private static final String LIST = "/org/ronghe/platform/accounts/common-passwords.txt";

  private final Set<String> common = read();

  /// What speaks against it, as the key of a text; empty if nothing does.
  ///
  /// @param names of its owner; a password that is one of them, or one with a few digits, is none
  Optional<String> fault(String password, String... names) {
    String normalised = PasswordHashing.normalised(password);
    int length = normalised.codePointCount(0, normalised.length());
    if (length < SHORTEST) {
      return Optional.of("accounts.fault.password-short");
    }
    if (length > LONGEST) {
      return Optional.of("accounts.fault.password-long");
    }
    if (normalised.codePoints().distinct().count() < FEWEST_DIFFERENT || isRow(normalised)) {
      return Optional.of("accounts.fault.password-monotonous");
    }
    String plain = normalised.toLowerCase(Locale.ROOT);
    String bare = bare(plain);
    for (String name : names) {
      String bareName = bare(PasswordHashing.normalised(name).toLowerCase(Locale.ROOT));
      if (!bareName.isEmpty() && (bare.equals(bareName) || bare.equals(bareName + bareName))) {
        return Optional.of("accounts.fault.password-name");
      }
    }
    if (common.contains(plain) || common.contains(bare) || common.contains(half(plain))) {
      return Optional.of("accounts.fault.password-common");
    }
    return Optional.empty();
  }

  /// Whether it goes up or down a row, as `123456789012` and `abcdefghijkl` do.
  private static boolean isRow(String word) {
    int[] points = word.codePoints().toArray();
    int steps = 0;
    for (int i = 1; i < points.length; i++) {
      if (Math.abs(points[i] - points[i - 1]) == 1) {
        steps++;
      }
    }
    return steps * 4 >= (points.length - 1) * 3;
  }

  /// Without the digits and signs people put around a word to make it long enough.
  private static String bare(String word) {
    return word.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
  }

  /// What is said twice; the word itself if nothing is.
  private static String half(String word) {
    String half = word.substring(0, word.length() / 2);
    return word.equals(half + half) ? half : word;
  }

  private static Set<String> read() {
    try (var in = PasswordRules.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException(LIST + " is missing");
      }
      var words = new HashSet<String>();
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          words.add(line);
        }
      }
      return Set.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
