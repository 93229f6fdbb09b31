package org.ronghe.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A backup that was written: a ZIP file with a manifest, tables and files.
final class BackupFile implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupFile(Path file, ZipFile zip, BackupManifest manifest) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
  }

  /// Opens a backup and reads its manifest.
  ///
  /// @throws OperatorProblem BACKUP_MISSING, BACKUP_DAMAGED
  static BackupFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new OperatorProblem(OperatorCode.BACKUP_MISSING, file);
    }
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException e) {
      throw damaged(file, String.valueOf(e.getMessage()));
    }
    try {
      ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
      if (entry == null) {
        throw damaged(file, "no " + BackupManifest.ENTRY);
      }
      BackupManifest manifest;
      try {
        manifest = JSON.readValue(whole(zip, entry), BackupManifest.class);
      } catch (JacksonException | IOException e) {
        throw damaged(file, BackupManifest.ENTRY + ": " + e.getMessage());
      }
      if (manifest.format() != BackupManifest.FORMAT) {
        throw damaged(file, "format " + manifest.format());
      }
      return new BackupFile(file, zip, manifest);
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /// The manifest carries everybody else's checksums; its own is the ZIP directory's, which
  /// [ZipFile] does not compare.
  private static byte[] whole(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readAllBytes();
      var checksum = new CRC32();
      checksum.update(content);
      if (checksum.getValue() != entry.getCrc()) {
        throw new ZipException("checksum");
      }
      return content;
    }
  }

  static byte[] json(BackupManifest manifest) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
  }

  BackupManifest manifest() {
    return manifest;
  }

  /// Reads everything once and compares it with the manifest's checksums.
  ///
  /// @throws OperatorProblem BACKUP_DAMAGED
  void verify() {
    Map<String, String> expected = new HashMap<>();
    manifest.tables().forEach(table -> expected.put(table.entry(), table.sha256()));
    manifest.files().forEach(saved -> expected.put(saved.path(), saved.sha256()));
    expected.forEach((name, sha256) -> {
      try (InputStream in = stream(name)) {
        var digesting = new DigestInputStream(in, BackupTables.sha256());
        digesting.transferTo(java.io.OutputStream.nullOutputStream());
        if (!BackupTables.hex(digesting.getMessageDigest()).equals(sha256)) {
          throw damaged(file, name);
        }
      } catch (IOException e) {
        throw damaged(file, name + ": " + e.getMessage());
      }
    });
  }

  /// An entry's content.
  InputStream stream(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged(file, "no " + name);
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static OperatorProblem damaged(Path file, String how) {
    return new OperatorProblem(OperatorCode.BACKUP_DAMAGED, file, how);
  }
}
