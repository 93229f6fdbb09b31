package org.ronghe.atlas.source.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks through one line of JSON, value by value, checking every byte it passes, including those
/// of values that are skipped; see [JsonSyntax] for what is checked. It makes no garbage.
///
/// ```
/// if (json.enterObject()) {
///   while (json.nextKey()) {
///     if (json.keyIs(ID) && json.string()) { … json.from() … json.to() … } else { json.skip(); }
///   }
/// }
/// ```
///
/// After [#nextKey] or [#nextElement] exactly one value is consumed: by [#skip], [#string],
/// [#number], [#isTrue], or [#enterObject] and [#enterArray] followed to their end. Where a value
/// has another type than asked for, it is skipped and the answer is no; `null` counts as absent,
/// any other type is remembered in [#misfit]. Of members with the same name the reader sees all, in
/// order; by convention the last one counts.
///
/// Every method throws [JsonFault] when the line is not JSON. One scanner, one thread.
public final class JsonScanner {
  /// Bytes that must be readable behind the line break that ends the text.
  public static final int PADDING = JsonSyntax.PADDING;

  private final JsonSyntax syntax = new JsonSyntax();
  private final JsonText escapedKey = new JsonText();
  private byte[] bytes = {};
  private int pos;
  private boolean fresh;
  private byte[] keyBytes = {};
  private int keyFrom;
  private int keyTo;
  private int from;
  private int to;
  private @Nullable String misfit;

  /// Puts the scanner at the start of a line.
  ///
  /// @param text holds the line, its line break, and [#PADDING] bytes more
  public void start(byte[] text, int position) {
    bytes = text;
    pos = JsonSyntax.space(text, position);
    fresh = false;
    misfit = null;
    keyFrom = 0;
    keyTo = 0;
    syntax.reset();
  }

  /// True if the line holds nothing (more) but white space.
  public boolean atLineEnd() {
    pos = JsonSyntax.space(bytes, pos);
    return bytes[pos] == '\n';
  }

  /// Requires that the line ends here and returns the position of its line break.
  public int endLine() {
    if (!atLineEnd()) {
      throw new JsonFault(pos, false);
    }
    return pos;
  }

  /// Enters the object here; false if the value is not an object, which is then consumed.
  public boolean enterObject() {
    return enter('{');
  }

  /// Enters the array here; false if the value is not an array, which is then consumed.
  public boolean enterArray() {
    return enter('[');
  }

  private boolean enter(char bracket) {
    if (bytes[pos] == bracket) {
      pos = JsonSyntax.after(bytes, pos);
      fresh = true;
      return true;
    }
    other();
    return false;
  }

  /// Goes to the next member of the object, past its name; false, and out of the object, if there
  /// is none.
  public boolean nextKey() {
    byte[] b = bytes;
    if (!next('}')) {
      return false;
    }
    int start = pos + 1;
    if (b[pos] != '"') {
      throw new JsonFault(pos, false);
    }
    int p = syntax.string(b, start);
    keyBytes = b;
    keyFrom = start;
    keyTo = p - 1;
    if (syntax.escapedSince(start)) {
      escapedKey.set(b, keyFrom, keyTo);
      keyBytes = escapedKey.bytes();
      keyFrom = escapedKey.from();
      keyTo = escapedKey.to();
    }
    if (b[p] != ':') {
      p = JsonSyntax.space(b, p);
      if (b[p] != ':') {
        throw new JsonFault(p, false);
      }
    }
    pos = JsonSyntax.after(b, p);
    return true;
  }

  /// Goes to the next element of the array; false, and out of the array, if there is none.
  public boolean nextElement() {
    return next(']');
  }

  private boolean next(char close) {
    int p = JsonSyntax.space(bytes, pos);
    byte c = bytes[p];
    if (c == close) {
      pos = p + 1;
      fresh = false;
      return false;
    }
    if (fresh) {
      fresh = false;
      pos = p;
      return true;
    }
    if (c != ',') {
      throw new JsonFault(p, false);
    }
    pos = JsonSyntax.after(bytes, p);
    return true;
  }

  /// How long the current name is, in bytes, escapes resolved.
  public int keyLength() {
    return keyTo - keyFrom;
  }

  /// True if the current name is `name`.
  public boolean keyIs(byte[] name) {
    return Arrays.equals(keyBytes, keyFrom, keyTo, name, 0, name.length);
  }

  /// The name last passed; empty before the first.
  public String key() {
    return new String(keyBytes, keyFrom, keyTo - keyFrom, StandardCharsets.UTF_8);
  }

  /// Consumes the value.
  public void skip() {
    pos = syntax.value(bytes, pos);
  }

  /// Consumes the value; true if it is a string, whose raw content is then in [#from] to [#to].
  public boolean string() {
    if (bytes[pos] != '"') {
      other();
      return false;
    }
    from = pos + 1;
    pos = syntax.string(bytes, from);
    to = pos - 1;
    return true;
  }

  /// Consumes the value; true if it is a number, whose text is then in [#from] to [#to].
  public boolean number() {
    byte c = bytes[pos];
    if (c != '-' && (c < '0' || c > '9')) {
      other();
      return false;
    }
    from = pos;
    pos = JsonSyntax.number(bytes, pos);
    to = pos;
    return true;
  }

  /// Consumes the value; true if it is a number or a string, see [#number] and [#string].
  public boolean numberOrString() {
    return bytes[pos] == '"' ? string() : number();
  }

  /// Consumes the value; true if it is `true`. Neither `false` nor `null` is a misfit.
  public boolean isTrue() {
    byte c = bytes[pos];
    if (c == 'f') {
      skip();
    } else if (c != 't') {
      other();
    } else {
      skip();
      return true;
    }
    return false;
  }

  /// Where the content of the value last read starts.
  public int from() {
    return from;
  }

  /// Where the content of the value last read ends.
  public int to() {
    return to;
  }

  /// The position the scanner stands at.
  public int position() {
    return pos;
  }

  /// The name of the first member whose value had another type than asked for, or null.
  public @Nullable String misfit() {
    return misfit;
  }

  private void other() {
    if (bytes[pos] != 'n' && misfit == null) {
      misfit = key();
    }
    skip();
  }
}
