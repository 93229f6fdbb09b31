package org.ronghe.platform.exchange.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a file is, told by its beginning, whatever it is called.
enum FileFormat {
  XLSX,
  CSV,
  RIS,
  BIBTEX,
  OPENALEX;

  private static final int HEAD = 4096;

  static FileFormat of(Path file) throws IOException, UnreadableFile {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) {
      throw new UnreadableFile("exchange.unreadable.empty");
    }
    if (begins(head, 0x50, 0x4b)) {
      return XLSX;
    }
    if (begins(head, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw new UnreadableFile("exchange.unreadable.xls");
    }
    if (begins(head, 0x25, 0x50, 0x44, 0x46) || begins(head, 0x1f, 0x8b)) {
      throw new UnreadableFile("exchange.unreadable.kind");
    }
    String text = new String(head, StandardCharsets.ISO_8859_1).replace("ï»¿", "").stripLeading();
    if (text.startsWith("{") || text.startsWith("[")) {
      return OPENALEX;
    }
    if (text.matches("(?s)TY {2}- .*")) {
      return RIS;
    }
    return text.matches("(?is)(%[^\\n]*\\n\\s*)*@[a-z]+\\s*\\{.*") ? BIBTEX : CSV;
  }

  LineReader reader() {
    return switch (this) {
      case XLSX -> new XlsxReader();
      case CSV -> new CsvReader();
      case RIS -> new RisReader();
      case BIBTEX -> new BibtexReader();
      case OPENALEX -> new OpenAlexReader();
    };
  }

  private static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
