package org.ronghe.rules.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.source.Tree.Entry;
import org.ronghe.rules.source.Tree.Items;
import org.ronghe.rules.source.Tree.Kind;
import org.ronghe.rules.source.Tree.Mapping;
import org.ronghe.rules.source.Tree.Scalar;

/// Reads JSON (RFC 8259) as a [Tree]: numbers keep every digit, and everything keeps its line.
public final class JsonText {
  private static final int DEEPEST = 100;

  private final String file;
  private final String text;
  private int at;
  private int line = 1;
  private int depth;

  private JsonText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /// The document, or nothing with a problem noted.
  public static Optional<Tree> read(String file, String text, Problems problems) {
    var reader = new JsonText(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (text.isBlank()) {
      problems.add(ProblemCode.EMPTY, new Place(file, 1));
      return Optional.empty();
    }
    try {
      var tree = reader.value();
      reader.space();
      if (reader.at < reader.text.length()) {
        throw reader.wrong("∅");
      }
      return Optional.of(tree);
    } catch (Wrong e) {
      problems.add(e.code, new Place(file, e.line), e.arguments.toArray());
      return Optional.empty();
    }
  }

  private Tree value() throws Wrong {
    space();
    if (++depth > DEEPEST) {
      throw new Wrong(
          ProblemCode.NOT_JSON, line, List.of("≤ " + DEEPEST + " × […]", "> " + DEEPEST));
    }
    var place = new Place(file, line);
    var tree =
        switch (peek()) {
          case '{' -> object(place);
          case '[' -> array(place);
          case '"' -> new Scalar(place, quoted(), Kind.TEXT);
          default -> word(place);
        };
    depth--;
    return tree;
  }

  private Tree object(Place place) throws Wrong {
    at++;
    var entries = new LinkedHashMap<String, Entry>();
    space();
    while (peek() != '}') {
      var keyPlace = new Place(file, line);
      var key = quoted();
      space();
      expect(':');
      if (entries.putIfAbsent(key, new Entry(keyPlace, value())) != null) {
        throw new Wrong(ProblemCode.KEY_TWICE, keyPlace.line(), List.of(key));
      }
      space();
      if (peek() != '}') {
        expect(',');
        space();
        if (peek() == '}') {
          throw wrong("\"…\"");
        }
      }
    }
    at++;
    return new Mapping(place, entries);
  }

  private Tree array(Place place) throws Wrong {
    at++;
    var items = new ArrayList<Tree>();
    space();
    while (peek() != ']') {
      items.add(value());
      space();
      if (peek() != ']') {
        expect(',');
        space();
        if (peek() == ']') {
          throw wrong("{…}, […], \"…\", 0.5, true, null");
        }
      }
    }
    at++;
    return new Items(place, items);
  }

  private Tree word(Place place) throws Wrong {
    int start = at;
    while (at < text.length() && "{}[],:\" \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var word = text.substring(start, at);
    return switch (word) {
      case "true", "false" -> new Scalar(place, word, Kind.BOOLEAN);
      case "null" -> new Scalar(place, word, Kind.NULL);
      default -> {
        if (!word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")) {
          at = start;
          throw wrong("{…}, […], \"…\", 0.5, true, null");
        }
        yield new Scalar(place, word, Kind.NUMBER);
      }
    };
  }

  private String quoted() throws Wrong {
    expect('"');
    var out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c == '\\') {
        out.append(escape());
      } else if (c < ' ') {
        throw wrong("\\u0000 … \\u001f");
      } else {
        out.append(c);
      }
    }
    at++;
    return out.toString();
  }

  private char escape() throws Wrong {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        if (at + 4 > text.length()) {
          throw wrong("\\u0000 … \\uffff");
        }
        try {
          char unit = (char) Integer.parseInt(text, at, at + 4, 16);
          at += 4;
          yield unit;
        } catch (NumberFormatException e) {
          throw wrong("\\u0000 … \\uffff");
        }
      }
      default -> throw wrong("\\n, \\\", \\\\ …");
    };
  }

  private void expect(char wanted) throws Wrong {
    if (peek() != wanted) {
      throw wrong(String.valueOf(wanted));
    }
    at++;
  }

  private char peek() throws Wrong {
    if (at >= text.length()) {
      throw wrong("…");
    }
    return text.charAt(at);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at++) == '\n') {
        line++;
      }
    }
  }

  private Wrong wrong(String expected) {
    var found =
        at < text.length() ? text.substring(at, Math.min(text.length(), at + 12)).strip() : "";
    return found.isEmpty()
        ? new Wrong(ProblemCode.JSON_ENDS, line, List.of())
        : new Wrong(ProblemCode.NOT_JSON, line, List.of(expected, found));
  }

  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;
    private final ProblemCode code;
    private final int line;
    private final transient List<String> arguments;

    Wrong(ProblemCode code, int line, List<String> arguments) {
      super(code.code());
      this.code = code;
      this.line = line;
      this.arguments = arguments;
    }
  }
}
