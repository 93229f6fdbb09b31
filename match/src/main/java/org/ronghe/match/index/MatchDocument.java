package org.ronghe.match.index;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.ronghe.match.text.Tongue;

/// What can be found or asked with: a need, or whatever may answer one.
///
/// @param id unique in the index
/// @param kind what it is
/// @param owners ids of those it speaks for, such as the experts whose paper it is; may be empty
/// @param title weighs as much as all the rest together
/// @param text the description; may be empty
/// @param keywords may be empty
/// @param codes industries and IPC classes, upper case, such as `C3841` or `H01M10/0525`
public record MatchDocument(
    String id,
    DocumentKind kind,
    List<String> owners,
    String title,
    String text,
    List<String> keywords,
    List<String> codes) {

  public MatchDocument {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a document without id: " + title);
    }
    owners = List.copyOf(owners);
    keywords = List.copyOf(keywords);
    codes = List.copyOf(codes);
  }

  /// A document of title and text.
  public static MatchDocument of(String id, DocumentKind kind, String title, String text) {
    return new MatchDocument(id, kind, List.of(), title, text, List.of(), List.of());
  }

  /// All of it as one text: title, keywords, text; the title only once where the text repeats it.
  public String whole() {
    var whole = new StringBuilder();
    if (!text.startsWith(title)) {
      append(whole, title);
    }
    append(whole, String.join(" ", keywords));
    append(whole, text);
    return whole.isEmpty() ? title : whole.toString();
  }

  private static void append(StringBuilder whole, String part) {
    if (!part.isBlank()) {
      if (!whole.isEmpty()) {
        whole.append(Tongue.of(part) == Tongue.CHINESE ? "。" : ". ");
      }
      whole.append(part.strip());
    }
  }

  /// Codes that both documents have; of IPC classes and industries also those where one is within
  /// the other, of which the wider is given.
  public List<String> codesSharedWith(MatchDocument other) {
    var shared = new TreeSet<String>();
    for (String one : codes) {
      for (String another : other.codes) {
        String a = one.toUpperCase(Locale.ROOT);
        String b = another.toUpperCase(Locale.ROOT);
        if (a.startsWith(b)) {
          shared.add(b);
        } else if (b.startsWith(a)) {
          shared.add(a);
        }
      }
    }
    return List.copyOf(shared);
  }

  /// The language it is mostly in.
  public Tongue tongue() {
    return Tongue.of(title + " " + text);
  }
}
