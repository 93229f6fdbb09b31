package org.ronghe.platform.exchange.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// CSV after RFC 4180, with commas, semicolons or tabs, whichever the first line has most of.
final class CsvReader implements LineReader {
  static final int MOST_COLUMNS = 500;
  static final int LONGEST_CELL = 32_767;

  @Override
  public void read(Path file, Taker taker)
      throws IOException, UnreadableFile, InterruptedException {
    try (BufferedReader in = TextFile.open(file)) {
      new Parser(in, delimiter(in), taker).run();
    } catch (CharacterCodingException e) {
      throw new UnreadableFile("exchange.unreadable.encoding");
    }
  }

  private static char delimiter(BufferedReader in) throws IOException {
    in.mark(LONGEST_CELL);
    var head = new char[LONGEST_CELL - 1];
    int length = in.read(head);
    in.reset();
    String line = new String(head, 0, Math.max(0, length)).lines().findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', '\t', ';'}) {
      long count = line.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private static final class Parser {
    private final Reader in;
    private final char delimiter;
    private final Taker taker;
    private final char[] read = new char[1 << 14];
    private int place;
    private int filled;
    private final char[] cell = new char[LONGEST_CELL];
    private int length;
    private List<String> cells = new ArrayList<>();
    private long line = 1;
    private long began = 1;

    Parser(Reader in, char delimiter, Taker taker) {
      this.in = in;
      this.delimiter = delimiter;
      this.taker = taker;
    }

    void run() throws IOException, UnreadableFile, InterruptedException {
      boolean quoted = false;
      int c = next();
      while (c >= 0) {
        int next = next();
        if (quoted) {
          if (c == '"' && next == '"') {
            add('"');
            next = next();
          } else if (c == '"') {
            quoted = false;
          } else {
            add((char) c);
          }
        } else if (c == '"' && length == 0) {
          quoted = true;
        } else if (c == delimiter) {
          endCell();
        } else if (c == '\n' || (c == '\r' && next != '\n')) {
          endLine();
        } else if (c != '\r') {
          add((char) c);
        }
        if (c == '\n' || (c == '\r' && next != '\n')) {
          line++;
          if (!quoted) {
            began = line;
          }
        }
        c = next;
      }
      if (quoted) {
        throw new UnreadableFile("exchange.unreadable.quote", began);
      }
      if (length > 0 || !cells.isEmpty()) {
        endLine();
      }
    }

    /// The next character; -1 at the end.
    private int next() throws IOException {
      if (place == filled) {
        place = 0;
        filled = Math.max(0, in.read(read));
      }
      return filled == 0 ? -1 : read[place++];
    }

    private void add(char c) throws UnreadableFile {
      if (length >= LONGEST_CELL) {
        throw new UnreadableFile("exchange.unreadable.cell", began, LONGEST_CELL);
      }
      cell[length++] = c;
    }

    private void endCell() throws UnreadableFile {
      if (cells.size() >= MOST_COLUMNS) {
        throw new UnreadableFile("exchange.unreadable.columns", began, MOST_COLUMNS);
      }
      cells.add(unguarded(new String(cell, 0, length)));
      length = 0;
    }

    private void endLine() throws UnreadableFile, InterruptedException {
      endCell();
      var taken = new Line(began, cells);
      cells = new ArrayList<>();
      if (!taken.isBlank()) {
        taker.take(taken);
      }
    }

    /// Without the apostrophe that our own CSV puts before what a spreadsheet would run.
    private static String unguarded(String text) {
      boolean guarded =
          text.length() > 1
              && text.charAt(0) == '\''
              && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(1)) >= 0;
      return guarded ? text.substring(1) : text;
    }
  }
}
