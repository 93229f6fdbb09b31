package org.ronghe.platform.operations;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/// What a doctor knows of the machine.
///
/// @param java version of the JDK that runs
/// @param clock the machine's
/// @param built when this software was built
/// @param disk how much room a folder has
public record Surroundings(Runtime.Version java, Clock clock, Instant built, Disk disk) {
  /// Room on disks.
  @FunctionalInterface
  public interface Disk {
    /// Bytes that can still be written below a folder that exists.
    long freeBytes(Path folder) throws IOException;
  }

  /// Those of this process.
  public static Surroundings ofProcess() throws IOException {
    return new Surroundings(
        Runtime.version(),
        Clock.systemUTC(),
        buildTime(),
        folder -> Files.getFileStore(folder).getUsableSpace());
  }

  /// The time written into the jar when it was built, which says nothing of when it was copied.
  private static Instant buildTime() throws IOException {
    URL resource = Surroundings.class.getResource("Surroundings.class");
    if (resource != null && resource.openConnection() instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      try (JarFile file = jar.getJarFile()) {
        ZipEntry entry = file.getEntry(jar.getEntryName());
        return Instant.ofEpochMilli(entry.getTime());
      }
    }
    return Instant.EPOCH; // run from a build folder
  }
}
