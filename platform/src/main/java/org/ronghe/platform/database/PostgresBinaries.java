package org.ronghe.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// PostgreSQL's programs, unpacked once from the class path into a cache.
///
/// @param folder holds `bin`, `lib` and `share`
record PostgresBinaries(Path folder) {
  /// Written last, so that a half-unpacked folder is known as such: one line a file, its size and
  /// its path.
  private static final String CONTENTS = "contents.txt";

  /// The programs for this machine.
  ///
  /// @param cache folder that holds one folder for each archive
  /// @throws OperatorProblem DATABASE_PLATFORM_UNSUPPORTED, or DATABASE_PROGRAMS_DAMAGED if the
  ///   archive is
  static PostgresBinaries unpackedIn(Path cache) throws IOException {
    String archive = archiveOf(System.getProperty("os.name"), System.getProperty("os.arch"));
    URL resource = PostgresBinaries.class.getResource("/" + archive);
    if (resource == null) {
      throw new OperatorProblem(
          OperatorCode.DATABASE_PLATFORM_UNSUPPORTED,
          System.getProperty("os.name"),
          System.getProperty("os.arch"));
    }
    Path folder = cache.resolve(archive.replace(".txz", "") + "-" + fingerprint(resource));
    if (!isWhole(folder)) {
      unpack(resource, folder);
    }
    return new PostgresBinaries(folder);
  }

  /// The name of the archive for a system.
  ///
  /// @throws OperatorProblem DATABASE_PLATFORM_UNSUPPORTED if there is none
  static String archiveOf(String system, String processor) {
    if (system.toLowerCase(Locale.ROOT).equals("linux")) {
      switch (processor) {
        case "amd64", "x86_64" -> {
          return "postgres-linux-x86_64.txz";
        }
        case "aarch64", "arm64" -> {
          return "postgres-linux-arm_64.txz";
        }
        default -> {}
      }
    }
    throw new OperatorProblem(OperatorCode.DATABASE_PLATFORM_UNSUPPORTED, system, processor);
  }

  /// Path of one of the programs: `postgres`, `initdb` or `pg_ctl`.
  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /// Something short that differs between two archives: the checksum the jar keeps of it.
  private static String fingerprint(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection jar) {
      try (JarFile file = jar.getJarFile()) {
        ZipEntry entry = file.getEntry(jar.getEntryName());
        return Long.toHexString(entry.getCrc()) + "-" + entry.getSize();
      }
    }
    return Long.toString(connection.getContentLengthLong());
  }

  private static boolean isWhole(Path folder) throws IOException {
    Path contents = folder.resolve(CONTENTS);
    if (!Files.exists(contents)) {
      return false;
    }
    for (String line : Files.readAllLines(contents, StandardCharsets.UTF_8)) {
      int space = line.indexOf(' ');
      Path file = folder.resolve(line.substring(space + 1));
      if (!Files.exists(file) || Files.size(file) != Long.parseLong(line.substring(0, space))) {
        return false;
      }
    }
    return true;
  }

  private static void unpack(URL resource, Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    Path partial =
        folder.resolveSibling(folder.getFileName() + "." + ProcessHandle.current().pid());
    delete(partial);
    Files.createDirectory(partial);
    try (InputStream packed = resource.openStream();
        var tar =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(packed)))) {
      var contents = new StringBuilder();
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (isNeeded(entry)) {
          write(tar, entry, partial, contents);
        }
      }
      Files.writeString(partial.resolve(CONTENTS), contents);
    } catch (FileSystemException e) {
      delete(partial);
      throw e; // the disk's fault, not the archive's
    } catch (IOException e) {
      delete(partial);
      throw new OperatorProblem(
          OperatorCode.DATABASE_PROGRAMS_DAMAGED, folder, String.valueOf(e.getMessage()));
    }
    makeRoomAndMove(partial, folder);
  }

  /// Two nodes may unpack at once: whoever comes second keeps the first one's folder.
  private static void makeRoomAndMove(Path partial, Path folder) throws IOException {
    if (isWhole(folder)) {
      delete(partial);
      return;
    }
    delete(folder);
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(partial);
      if (!isWhole(folder)) {
        throw e;
      }
    }
  }

  /// Static libraries and what only compilers read are half of the files.
  private static boolean isNeeded(TarArchiveEntry entry) {
    return !entry.getName().endsWith(".a") && !entry.getName().contains("/pkgconfig");
  }

  private static void write(
      TarArchiveInputStream tar, TarArchiveEntry entry, Path folder, StringBuilder contents)
      throws IOException {
    Path file = folder.resolve(entry.getName()).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("a path that leads out of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    Files.setPosixFilePermissions(
        file,
        PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
    contents.append(Files.size(file)).append(' ').append(folder.relativize(file)).append('\n');
  }

  /// Removes a file or folder with all that is in it, if it is there.
  static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(path)) {
      walk.forEach(files::add);
    }
    for (Path file : files.reversed()) {
      Files.deleteIfExists(file);
    }
  }
}
