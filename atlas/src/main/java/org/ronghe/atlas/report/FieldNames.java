package org.ronghe.atlas.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.ronghe.atlas.method.Bilingual;

/// Chinese names of the fields of science that OpenAlex and WIPO use.
final class FieldNames {
  private final Properties chinese = new Properties();

  FieldNames() {
    try (var in = new StringReader(Assets.text("fields_zh.properties"))) {
      chinese.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The field in both languages; a field without a Chinese name keeps its own.
  Bilingual name(String english) {
    return new Bilingual(english, chinese.getProperty(english, english));
  }
}
