package org.ronghe.atlas.source.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.input.BlockPipeline;
import org.ronghe.atlas.source.input.InputFile;

/// What a file of JSON lines holds, judged by the ids at its head.
public enum JsonKind {
  /// OpenAlex works.
  WORKS("OpenAlex works"),
  /// OpenAlex institutions.
  INSTITUTIONS("OpenAlex institutions"),
  /// Records of the Research Organization Registry, schema 1 or 2.
  ROR("ROR records"),
  /// JSON objects that are none of these.
  OTHER("JSON of another kind"),
  /// No line.
  EMPTY("empty"),
  /// Lines, but not of JSON objects.
  NOT_JSON("not lines of JSON");

  private static final int HEAD_BYTES = 1 << 16;

  private final String phrase;

  JsonKind(String phrase) {
    this.phrase = phrase;
  }

  /// The kind in a few English words.
  public String phrase() {
    return phrase;
  }

  /// The kind of `file`: that of the first object in its head whose id tells.
  ///
  /// @throws ProblemException if the file cannot be opened or read, or is packed in an unknown way
  public static JsonKind of(InputFile file) {
    var head = BlockPipeline.head(file, HEAD_BYTES);
    var look = new Look();
    new JsonLines().read(head, look);
    return look.kind;
  }

  /// Makes sure that all `files` are of one of the kinds `wanted`, or empty.
  ///
  /// @throws ProblemException `FILE_UNKNOWN` with the first that is not
  public static void require(List<InputFile> files, Set<JsonKind> wanted) {
    for (var file : files) {
      var kind = of(file);
      if (kind != EMPTY && !wanted.contains(kind)) {
        throw new ProblemException(ErrorCode.FILE_UNKNOWN, file.name(), kind.phrase);
      }
    }
  }

  /// Looks at ids until one tells.
  private static final class Look implements JsonLines.Handler {
    private static final byte[] ID = "id".getBytes(US_ASCII);
    private static final byte[] OPENALEX = "https://openalex.org/".getBytes(US_ASCII);
    private static final byte[] ROR_ORG = "https://ror.org/0".getBytes(US_ASCII);

    private JsonKind kind = EMPTY;
    private JsonKind line = OTHER;

    @Override
    public void scan(JsonScanner json, byte[] text) {
      line = OTHER;
      while (json.nextKey()) {
        if (!json.keyIs(ID)) {
          json.skip();
        } else if (json.string()) {
          line = kind(text, json.from(), json.to());
        }
      }
    }

    private static JsonKind kind(byte[] b, int from, int to) {
      if (starts(b, from, to, ROR_ORG)) {
        return ROR;
      }
      if (!starts(b, from, to, OPENALEX)) {
        return OTHER;
      }
      return switch (b[from + OPENALEX.length]) {
        case 'W' -> WORKS;
        case 'I' -> INSTITUTIONS;
        default -> OTHER;
      };
    }

    private static boolean starts(byte[] b, int from, int to, byte[] prefix) {
      return to - from > prefix.length
          && Arrays.equals(b, from, from + prefix.length, prefix, 0, prefix.length);
    }

    @Override
    public void accept(byte[] text, int number) {
      if (kind != WORKS && kind != INSTITUTIONS && kind != ROR) {
        kind = line;
      }
    }

    @Override
    public void reject(long number, String field, String value, RejectCode code) {
      // A file cut short before its first line's end is still of no wrong kind.
      if (kind == EMPTY && code != RejectCode.TRUNCATED_INPUT) {
        kind = code == RejectCode.TYPE_UNEXPECTED && !field.isEmpty() ? OTHER : NOT_JSON;
      }
    }
  }
}
