package org.ronghe.platform.search.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchName;

/// Writes a document into bytes that the index keeps, and back. Its audience is not kept: it is
/// asked of the index, not of what is shown.
final class StoredSubject {
  private StoredSubject() {}

  static byte[] write(SearchDocument document) {
    var bytes = new ByteArrayOutputStream(256);
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(document.kind().code());
      out.writeLong(document.id());
      out.writeShort(document.names().size());
      for (SearchName name : document.names()) {
        out.writeUTF(name.text());
        out.writeUTF(name.language());
        out.writeBoolean(name.main());
      }
      write(document.identifiers(), out);
      write(document.places(), out);
      out.writeUTF(document.category());
    } catch (IOException e) {
      throw new UncheckedIOException(document.toString(), e);
    }
    return bytes.toByteArray();
  }

  static SearchDocument read(BytesRef bytes) {
    var in = new DataInputStream(new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length));
    try {
      SearchKind kind = SearchKind.find(in.readUTF()).orElseThrow();
      long id = in.readLong();
      var names = new ArrayList<SearchName>();
      for (int left = in.readShort(); left > 0; left--) {
        names.add(new SearchName(in.readUTF(), in.readUTF(), in.readBoolean()));
      }
      return new SearchDocument(kind, id, names, list(in), list(in), in.readUTF(), Set.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeShort(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> list(DataInputStream in) throws IOException {
    var texts = new ArrayList<String>();
    for (int left = in.readShort(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
