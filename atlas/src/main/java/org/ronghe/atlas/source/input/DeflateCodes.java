package org.ronghe.atlas.source.input;

import java.io.IOException;
import java.util.Arrays;

/// The two codes of a block of a deflated stream (RFC 1951, 3.2.6 and 3.2.7). What is no code and
/// is refused is what zlib refuses, in its words.
final class DeflateCodes {
  /// The order in which the lengths of the codes for code lengths come.
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /// The entries of both, and of the code for code lengths.
  final int[] entries = HuffmanTable.room();

  final HuffmanTable literals = HuffmanTable.ofLiterals(entries);
  final HuffmanTable distances = HuffmanTable.ofDistances(entries);
  private final HuffmanTable codeLengths = HuffmanTable.ofCodeLengths(entries);
  private final byte[] lengths = new byte[288 + 32];

  /// Takes the codes that every stream knows.
  void fixed() {
    for (int i = 0; i < 288; i++) {
      lengths[i] = (byte) (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    }
    literals.build(lengths, 0, 288, false);
    Arrays.fill(lengths, 0, 32, (byte) 5);
    distances.build(lengths, 0, 32, false);
  }

  /// Reads the codes of a block that brings its own.
  ///
  /// @throws IOException if they are none, or the file ends within them
  void read(PackedBits in) throws IOException {
    int literalCodes = in.take(5) + 257;
    int distanceCodes = in.take(5) + 1;
    int lengthCodes = in.take(4) + 4;
    if (literalCodes > 286 || distanceCodes > 30) {
      throw PackedBits.damaged("too many length or distance symbols");
    }
    Arrays.fill(lengths, 0, ORDER.length, (byte) 0);
    for (int i = 0; i < lengthCodes; i++) {
      lengths[ORDER[i]] = (byte) in.take(3);
    }
    if (!codeLengths.build(lengths, 0, ORDER.length, false)) {
      throw PackedBits.damaged("invalid code lengths set");
    }
    readLengths(in, literalCodes + distanceCodes);
    if (lengths[256] == 0) {
      throw PackedBits.damaged("invalid code -- missing end-of-block");
    }
    if (!literals.build(lengths, 0, literalCodes, true)) {
      throw PackedBits.damaged("invalid literal/lengths set");
    }
    if (!distances.build(lengths, literalCodes, literalCodes + distanceCodes, true)) {
      throw PackedBits.damaged("invalid distances set");
    }
  }

  private void readLengths(PackedBits in, int all) throws IOException {
    int i = 0;
    while (i < all) {
      int symbol = in.look(codeLengths) >>> 16;
      if (symbol < 16) {
        lengths[i++] = (byte) symbol;
        continue;
      }
      if (symbol == 16 && i == 0) {
        throw PackedBits.damaged("invalid bit length repeat");
      }
      byte repeated = symbol == 16 ? lengths[i - 1] : 0;
      int to =
          i + (symbol == 16 ? 3 + in.take(2) : symbol == 17 ? 3 + in.take(3) : 11 + in.take(7));
      if (to > all) {
        throw PackedBits.damaged("invalid bit length repeat");
      }
      Arrays.fill(lengths, i, to, repeated);
      i = to;
    }
  }
}
