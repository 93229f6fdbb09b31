package org.ronghe.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/// Real records and independent judges in `../shared/data` beside the checkout. They are no part of
/// the project, so a test that needs them is skipped where they are absent, and fails on a build
/// server.
public final class SharedData {
  private SharedData() {}

  /// The file or folder `relative` below `shared/data`.
  ///
  /// @throws TestAbortedException if it is absent, which skips the test that calls
  /// @throws AssertionError if it is absent on a build server (`CI=true`)
  public static Path require(String relative) {
    Path root = Project.root();
    Path parent = root.getParent();
    Path path =
        (parent == null ? root : parent)
            .resolve("shared")
            .resolve("data")
            .resolve(relative)
            .normalize();
    if (Files.exists(path)) {
      return path;
    }
    String absent = "This test reads " + path + ", which is absent.";
    if (Project.onBuildServer()) {
      throw new AssertionError(absent + " With CI=true nothing may be skipped.");
    }
    throw new TestAbortedException(absent);
  }
}
