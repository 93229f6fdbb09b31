package org.ronghe.platform.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ronghe.platform.text.Language;

/// What the value of an option may be.
sealed interface OptionType {
  /// Whether a value that is not empty is one of this type.
  boolean accepts(String value);

  /// What is accepted, as the end of "must be …".
  String range(Language language);

  /// Any text.
  record Text() implements OptionType {
    @Override
    public boolean accepts(String value) {
      return true;
    }

    @Override
    public String range(Language language) {
      return choose(language, "text", "文本");
    }
  }

  /// A file or folder; `~` at the beginning is the user's home.
  record FilePath() implements OptionType {
    @Override
    public boolean accepts(String value) {
      return value.indexOf('\0') < 0;
    }

    @Override
    public String range(Language language) {
      return choose(language, "a path", "路径");
    }
  }

  /// Files or folders, separated by commas.
  record FilePaths() implements OptionType {
    /// The paths as written, without those that are empty.
    static List<String> parse(String value) {
      return Stream.of(value.split(",", -1))
          .map(String::strip)
          .filter(path -> !path.isEmpty())
          .toList();
    }

    @Override
    public boolean accepts(String value) {
      return value.indexOf('\0') < 0;
    }

    @Override
    public String range(Language language) {
      return choose(language, "paths, separated by commas", "以逗号分隔的路径");
    }
  }

  /// Yes or no.
  record Flag() implements OptionType {
    @Override
    public boolean accepts(String value) {
      return value.equals("true") || value.equals("false");
    }

    @Override
    public String range(Language language) {
      return choose(language, "true or false", "true 或 false");
    }
  }

  /// A whole number.
  record Whole(int least, int most) implements OptionType {
    @Override
    public boolean accepts(String value) {
      try {
        int number = Integer.parseInt(value);
        return number >= least && number <= most;
      } catch (NumberFormatException e) {
        return false;
      }
    }

    @Override
    public String range(Language language) {
      return choose(
          language, "a whole number from " + least + " to " + most, least + " 至 " + most + " 的整数");
    }
  }

  /// One of a few words.
  record Choice(List<String> words) implements OptionType {
    @Override
    public boolean accepts(String value) {
      return words.contains(value);
    }

    @Override
    public String range(Language language) {
      String all = String.join(", ", words);
      return choose(language, "one of " + all, "以下之一：" + all);
    }
  }

  /// A length of time such as `30m`, `8h` or `14d`.
  record Length(String least, String most) implements OptionType {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

    static Optional<Duration> parse(String value) {
      Matcher form = FORM.matcher(value);
      if (!form.matches()) {
        return Optional.empty();
      }
      long number = Long.parseLong(form.group(1));
      return Optional.of(
          switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          });
    }

    @Override
    public boolean accepts(String value) {
      return parse(value)
          .filter(length -> length.compareTo(parse(least).orElseThrow()) >= 0)
          .filter(length -> length.compareTo(parse(most).orElseThrow()) <= 0)
          .isPresent();
    }

    @Override
    public String range(Language language) {
      return choose(
          language,
          "a length of time from " + least + " to " + most + ", such as 30m, 8h or 14d",
          least + " 至 " + most + " 的时长，如 30m、8h、14d");
    }
  }

  /// An amount of data such as `200MB`.
  record Size(String least, String most) implements OptionType {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(KB|MB|GB)");

    /// Bytes.
    static Optional<Long> parse(String value) {
      Matcher form = FORM.matcher(value.toUpperCase(Locale.ROOT));
      if (!form.matches()) {
        return Optional.empty();
      }
      long unit =
          switch (form.group(2)) {
            case "KB" -> 1L << 10;
            case "MB" -> 1L << 20;
            default -> 1L << 30;
          };
      return Optional.of(Long.parseLong(form.group(1)) * unit);
    }

    @Override
    public boolean accepts(String value) {
      return parse(value)
          .filter(bytes -> bytes >= parse(least).orElseThrow())
          .filter(bytes -> bytes <= parse(most).orElseThrow())
          .isPresent();
    }

    @Override
    public String range(Language language) {
      return choose(
          language,
          "a size from " + least + " to " + most + ", such as 200MB",
          least + " 至 " + most + " 的大小，如 200MB");
    }
  }

  /// A time of day such as `02:30`.
  record TimeOfDay() implements OptionType {
    @Override
    public boolean accepts(String value) {
      try {
        LocalTime.parse(value);
        return true;
      } catch (DateTimeParseException e) {
        return false;
      }
    }

    @Override
    public String range(Language language) {
      return choose(language, "a time of day such as 02:30", "一天中的时间，如 02:30");
    }
  }

  /// An address of the web.
  record WebAddress() implements OptionType {
    @Override
    public boolean accepts(String value) {
      try {
        var uri = new URI(value);
        return uri.getHost() != null
            && uri.getUserInfo() == null
            && List.of("http", "https").contains(String.valueOf(uri.getScheme()));
      } catch (URISyntaxException e) {
        return false;
      }
    }

    @Override
    public String range(Language language) {
      return choose(
          language,
          "an address that begins with https:// or http://",
          "以 https:// 或 http:// 开头的地址");
    }
  }

  /// Where a PostgreSQL server is, without user and password.
  record DatabaseAddress() implements OptionType {
    private static final Pattern FORM =
        Pattern.compile("(jdbc:)?postgresql://[^@/?]+/[^/?]+(\\?.*)?");

    @Override
    public boolean accepts(String value) {
      return FORM.matcher(value).matches() && !value.matches(".*[?&](user|password)=.*");
    }

    @Override
    public String range(Language language) {
      return choose(
          language,
          "an address such as postgresql://host:5432/ronghe, without user and password",
          "形如 postgresql://host:5432/ronghe 的地址，不含用户名和密码");
    }
  }

  private static String choose(Language language, String english, String chinese) {
    return language == Language.ENGLISH ? english : chinese;
  }
}
