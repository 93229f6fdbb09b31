package org.ronghe.platform.exchange.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// BibTeX entries: `@article{key, title = {…}, year = 2024}`. Values stand in braces that match, in
/// quotes, or are numbers; strings that stand for others are taken as they are.
final class BibtexReader implements LineReader {
  private static final int LONGEST_VALUE = 100_000;

  @Override
  public void read(Path file, Taker taker)
      throws IOException, UnreadableFile, InterruptedException {
    taker.take(Records.header());
    try (BufferedReader in = TextFile.open(file)) {
      new Parser(in, taker).run();
    } catch (CharacterCodingException e) {
      throw new UnreadableFile("exchange.unreadable.encoding");
    }
  }

  private static final class Parser {
    private final BufferedReader in;
    private final Taker taker;
    private long line = 1;
    private long began = 1;
    private int c;

    Parser(BufferedReader in, Taker taker) {
      this.in = in;
      this.taker = taker;
    }

    void run() throws IOException, UnreadableFile, InterruptedException {
      next();
      while (c >= 0) {
        if (c == '@') {
          began = line;
          next();
          entry(word().toLowerCase(Locale.ROOT));
        } else {
          next();
        }
      }
    }

    private void next() throws IOException {
      c = in.read();
      if (c == '\n') {
        line++;
      }
    }

    private UnreadableFile broken() {
      return new UnreadableFile("exchange.unreadable.record", began);
    }

    private void blanks() throws IOException {
      while (c >= 0 && Character.isWhitespace(c)) {
        next();
      }
    }

    private String word() throws IOException, UnreadableFile {
      var word = new StringBuilder();
      while (c >= 0 && (Character.isLetterOrDigit(c) || "_-:./+*'".indexOf(c) >= 0)) {
        word.append((char) c);
        if (word.length() > LONGEST_VALUE) {
          throw broken();
        }
        next();
      }
      return word.toString();
    }

    private void entry(String type) throws IOException, UnreadableFile, InterruptedException {
      blanks();
      if (c != '{' && c != '(') {
        return;
      }
      if (type.equals("comment") || type.equals("preamble") || type.equals("string")) {
        value();
        return;
      }
      next();
      while (c >= 0 && c != ',' && c != '}' && c != ')') {
        next();
      }
      Map<String, String> fields = new HashMap<>();
      while (c == ',') {
        next();
        blanks();
        String name = word().toLowerCase(Locale.ROOT);
        blanks();
        if (name.isEmpty()) {
          break;
        }
        if (c != '=') {
          throw broken();
        }
        next();
        blanks();
        fields.putIfAbsent(name, value());
        blanks();
      }
      if (c != '}' && c != ')') {
        throw broken();
      }
      next();
      taker.take(line(began, type, fields));
    }

    /// A value, with its outer braces or quotes taken away; parts joined by `#` follow one another.
    private String value() throws IOException, UnreadableFile {
      var text = new StringBuilder();
      do {
        if (c == '#') {
          next();
          blanks();
        }
        if (c == '{') {
          delimited(text, '}');
        } else if (c == '"') {
          delimited(text, '"');
        } else if (c == '(') {
          delimited(text, ')');
        } else {
          text.append(word());
        }
        blanks();
      } while (c == '#');
      return text.toString().replaceAll("\\s+", " ").strip();
    }

    private void delimited(StringBuilder text, char end) throws IOException, UnreadableFile {
      int depth = 0;
      next();
      while (c >= 0 && (depth > 0 || c != end)) {
        if (c == '{') {
          depth++;
        } else if (c == '}') {
          depth--;
        } else {
          text.append((char) c);
        }
        if (text.length() > LONGEST_VALUE || depth < 0) {
          throw broken();
        }
        next();
      }
      if (c < 0) {
        throw broken();
      }
      next();
    }

    private static Line line(long number, String type, Map<String, String> fields) {
      boolean patent = type.equals("patent");
      String kind = patent ? "patent" : type.equals("software") ? "software" : "publication";
      String year = fields.getOrDefault("year", fields.getOrDefault("date", ""));
      return Records.line(
          number,
          kind,
          fields.getOrDefault("title", "").replace("\\&", "&"),
          Map.of(
              "year", Records.year(year),
              "doi", fields.getOrDefault("doi", ""),
              "patent_number", patent ? fields.getOrDefault("number", "") : "",
              "homepage", fields.getOrDefault("url", "")));
    }
  }
}
