package org.ronghe.atlas.report;

/// Prints lines as compact SVG path data in whole units, each step relative to the last point.
final class SvgPath {
  private final StringBuilder text = new StringBuilder();
  private final double unitsPerPixel;
  private long lastX;
  private long lastY;
  private boolean open;
  private boolean stepped;

  /// @param unitsPerPixel how many whole units make one unit of the sheet
  SvgPath(double unitsPerPixel) {
    this.unitsPerPixel = unitsPerPixel;
  }

  /// Ends the line before, if any, and starts the next one.
  void begin() {
    open = false;
    stepped = false;
  }

  /// A point of the line, in units of the sheet; a repeated point is left out.
  void point(double x, double y) {
    long unitsX = Math.round(x * unitsPerPixel);
    long unitsY = Math.round(y * unitsPerPixel);
    if (!open) {
      text.append('M');
      pair(unitsX, unitsY);
      open = true;
    } else if (unitsX != lastX || unitsY != lastY) {
      long stepX = unitsX - lastX;
      if (!stepped) {
        text.append('l');
        stepped = true;
      } else if (stepX >= 0) {
        text.append(' ');
      }
      pair(stepX, unitsY - lastY);
    }
    lastX = unitsX;
    lastY = unitsY;
  }

  /// Closes the line to a ring.
  void close() {
    if (open) {
      text.append('z');
    }
    begin();
  }

  private void pair(long x, long y) {
    text.append(x);
    if (y >= 0) {
      text.append(' ');
    }
    text.append(y);
  }

  /// The path data so far.
  @Override
  public String toString() {
    return text.toString();
  }
}
