package org.ronghe.atlas.source.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

/// The bytes of one file with its packing taken off.
final class UnpackedFile implements ByteSource, AutoCloseable {
  private final InputFile file;
  private final DiskFile disk;
  private final ByteSource source;
  private final @Nullable ZipFile zip;

  /// @throws ProblemException `FILE_UNREADABLE` or `FILE_UNKNOWN`
  UnpackedFile(InputFile file, boolean digested) {
    this.file = file;
    var packing = Packing.of(file);
    zip = packing == Packing.ZIP ? openZip(file) : null;
    disk = new DiskFile(file, digested);
    if (zip != null) {
      source = openEntry(file, zip)::read;
    } else if (packing == Packing.GZIP) {
      source = new GzipSource(disk);
    } else if (packing == Packing.ZSTD) {
      source = new ZstdStream(disk)::read;
    } else {
      source = disk::read;
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return source.read(target, offset, length);
  }

  /// How many bytes of the file on disk have been read; an estimate within a zip.
  long bytesOnDisk() {
    return disk.bytes();
  }

  /// Reads what is left of the file on disk and returns its digest.
  String sha256() {
    return disk.sha256();
  }

  @Override
  public void close() {
    disk.close();
    if (zip != null) {
      try {
        zip.close();
      } catch (IOException e) {
        throw InputFiles.unreadable(file.name(), e);
      }
    }
  }

  private static ZipFile openZip(InputFile file) {
    try {
      return new ZipFile(file.path().toFile());
    } catch (IOException e) {
      throw InputFiles.unreadable(file.name(), e);
    }
  }

  /// The one entry, or the one JSON entry, or that of the newest ROR schema: ROR's dumps hold the
  /// same records as CSV and in two schemas.
  private static InputStream openEntry(InputFile file, ZipFile zip) {
    List<? extends ZipEntry> entries = zip.stream().filter(entry -> !entry.isDirectory()).toList();
    if (entries.size() > 1) {
      entries =
          entries.stream()
              .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).matches(".*\\.(nd)?jsonl?"))
              .toList();
    }
    if (entries.size() > 1) {
      entries = entries.stream().filter(entry -> entry.getName().contains("schema_v2")).toList();
    }
    if (entries.size() != 1) {
      var what = "zip without one JSON entry: " + zip.size() + " entries";
      throw new ProblemException(ErrorCode.FILE_UNKNOWN, file.name(), what);
    }
    try {
      return zip.getInputStream(entries.getFirst());
    } catch (IOException e) {
      throw InputFiles.unreadable(file.name(), e);
    }
  }
}
