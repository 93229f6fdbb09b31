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
      writeNames(document.names(), out);
      writeNames(document.places(), out);
      out.writeShort(document.identifiers().size());
      for (String identifier : document.identifiers()) {
        out.writeUTF(identifier);
      }
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
      List<SearchName> names = readNames(in);
      List<SearchName> places = readNames(in);
      var identifiers = new ArrayList<String>();
      for (int left = in.readShort(); left > 0; left--) {
        identifiers.add(in.readUTF());
      }
      return new SearchDocument(kind, id, names, identifiers, places, in.readUTF(), Set.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeNames(List<SearchName> names, DataOutputStream out) throws IOException {
    out.writeShort(names.size());
    for (SearchName name : names) {
      out.writeUTF(name.text());
      out.writeUTF(name.language());
      out.writeBoolean(name.main());
    }
  }

  private static List<SearchName> readNames(DataInputStream in) throws IOException {
    var names = new ArrayList<SearchName>();
    for (int left = in.readShort(); left > 0; left--) {
      names.add(new SearchName(in.readUTF(), in.readUTF(), in.readBoolean()));
    }
    return names;
  }
}
