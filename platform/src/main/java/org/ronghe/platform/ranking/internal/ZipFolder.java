package org.ronghe.platform.ranking.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.ronghe.platform.text.Texts;

/// A result folder that came as a zip file. Only the files that are read are unpacked, under their
/// own plain names, so no entry can write anywhere else; and no more than fits.
final class ZipFolder {
  private static final long MOST_BYTES = 512L * 1024 * 1024;

  private ZipFolder() {}

  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID if it is no such file
  static void unpack(InputStream zip, Path folder, Texts texts) throws IOException {
    var faults = new Faults(texts);
    Set<String> seen = new HashSet<>();
    long left = MOST_BYTES;
    boolean any = false;
    try (var in = new ZipInputStream(zip)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        any = true;
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (entry.isDirectory() || !ResultFolder.FILES.contains(name)) {
          continue;
        }
        if (!seen.add(name)) {
          faults.add(entry.getName(), "ranking.fault.two-results", name);
          continue;
        }
        left -= copy(in, folder.resolve(name), left);
        if (left < 0) {
          faults.add(entry.getName(), "ranking.fault.too-large", MOST_BYTES / 1024 / 1024);
          break;
        }
      }
    } catch (ZipException e) {
      any = false;
    }
    if (!any) {
      faults.add("zip", "ranking.fault.no-zip");
    }
    faults.check();
  }

  /// Copies no more than one byte beyond the limit.
  private static long copy(InputStream in, Path file, long most) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long copied = 0;
    try (var out = Files.newOutputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        copied += n;
        if (copied > most) {
          return copied;
        }
        out.write(buffer, 0, n);
      }
    }
    return copied;
  }
}
