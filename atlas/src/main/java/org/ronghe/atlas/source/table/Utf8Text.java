package org.ronghe.atlas.source.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Whether bytes are UTF-8; ASCII, the common case, is seen eight bytes at a time.
final class Utf8Text {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGHS = 0x8080808080808080L;

  private Utf8Text() {}

  static boolean isValid(byte[] text, int from, int to) {
    int p = from;
    while (p + 8 <= to && ((long) LONG.get(text, p) & HIGHS) == 0) {
      p += 8;
    }
    while (p < to && text[p] >= 0) {
      p++;
    }
    return p == to || decodes(text, p, to);
  }

  private static boolean decodes(byte[] text, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
