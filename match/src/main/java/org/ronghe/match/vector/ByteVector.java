package org.ronghe.match.vector;

/// A unit vector in one byte a number: an eighth of a page of the index instead of half a page.
///
/// The models' numbers lie within ±0.5; what does not is clipped. Products of two such vectors are
/// off by less than 0.002.
public final class ByteVector {
  private static final float SCALE = 127 / 0.5f;

  private ByteVector() {}

  /// The vector in bytes.
  public static byte[] of(float[] vector) {
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.clamp(Math.round(vector[i] * SCALE), -127, 127);
    }
    return bytes;
  }

  /// The numbers of the bytes.
  public static float[] floats(byte[] bytes) {
    float[] vector = new float[bytes.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = bytes[i] / SCALE;
    }
    return vector;
  }
}
