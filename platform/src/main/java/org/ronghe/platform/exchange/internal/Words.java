package org.ronghe.platform.exchange.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ronghe.platform.text.Texts;

/// Sentences that are said later: a text's key and values with U+001F between them, which is what
/// the web's edge reads.
public final class Words {
  private static final String SEPARATOR = "\u001f";
  private static final int LONGEST = 200;

  private Words() {}

  static String of(String key, Object... arguments) {
    var parts = new ArrayList<String>();
    parts.add(key);
    Arrays.stream(arguments).map(Words::plain).forEach(parts::add);
    return String.join(SEPARATOR, parts);
  }

  private static String plain(Object value) {
    String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /// The sentence.
  public static String said(String words, Texts texts) {
    List<String> parts = List.of(words.split(SEPARATOR, -1));
    return texts.has(parts.getFirst())
        ? texts.text(parts.getFirst(), parts.subList(1, parts.size()).toArray())
        : words;
  }
}
