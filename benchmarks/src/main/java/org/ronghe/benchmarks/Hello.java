package org.ronghe.benchmarks;

/// The least a JVM can be asked: what `ronghe --help` is measured against.
final class Hello {
  private Hello() {}

  public static void main(String[] args) {
    System.out.println("Hello");
  }
}
