package org.ronghe.rules.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    try {
      var tree = reader.value();
      reader.space();
      if (reader.at < reader.text.length()) {
        throw reader.wrong("end");
      }
      return Optional.of(tree);
    } catch (Wrong e) {
      problems.add(ProblemCode.NOT_JSON, new Place(file, e.line), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Tree value() throws Wrong {
    space();
    if (++depth > DEEPEST) {
      throw wrong("fewer levels");
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
        throw wrong("\"" + key + "\" once");
      }
      space();
      if (peek() != '}') {
        expect(',');
        space();
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
          throw wrong("a value");
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
        throw wrong("an escape for a control character");
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
          throw wrong("four hexadecimal digits");
        }
        try {
          char unit = (char) Integer.parseInt(text, at, at + 4, 16);
          at += 4;
          yield unit;
        } catch (NumberFormatException e) {
          throw wrong("four hexadecimal digits");
        }
      }
      default -> throw wrong("an escape");
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
      throw wrong("more");
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
    return new Wrong(line, expected + " ≠ " + (found.isEmpty() ? "∅" : found));
  }

  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;

    Wrong(int line, String message) {
      super(message);
      this.line = line;
    }
  }
}
