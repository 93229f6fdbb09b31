package org.ronghe.match.vector;

/// A unit vector in one byte a number: an eighth of a page of the index instead of half a page.
///
/// The models' numbers lie within ±0.5; what does not is clipped. Products of two such vectors are
/// off by less than 0.002.
public final class ByteVector {
  private static final double SCALE = 127 / 0.5;
  private static final float STEP = (float) (1 / SCALE);

  private ByteVector() {}

  /// The vector in bytes.
  public static byte[] of(float[] vector) {
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.clamp(Math.round(vector[i] * (float) SCALE), -127, 127);
    }
    return bytes;
  }

  /// The sum of products of the numbers that bytes stand for; of unit vectors the cosine. Whole
  /// numbers are added up, so the order does not matter and the machine adds many at once.
  public static double dot(byte[] a, byte[] b) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum / (SCALE * SCALE);
  }

  /// The numbers of the bytes.
  public static float[] floats(byte[] bytes) {
    float[] vector = new float[bytes.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = bytes[i] * STEP;
    }
    return vector;
  }
}
