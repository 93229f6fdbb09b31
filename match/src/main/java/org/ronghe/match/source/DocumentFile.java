package org.ronghe.match.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;

/// Reads documents and queries from files; `docs/reference/match-formats.md` describes the forms.
public final class DocumentFile {
  private DocumentFile() {}

  /// All documents of a file, in its order.
  ///
  /// @param otherwise kind of documents that do not say theirs
  ///
  /// @throws org.ronghe.match.problem.MatchProblem where none has a title or text: then its columns
  ///   have other names
  public static List<MatchDocument> read(Path file, DocumentKind otherwise) throws IOException {
    List<MatchDocument> documents =
        RecordFile.read(file).stream().map(record -> document(record, otherwise)).toList();
    if (documents.stream().allMatch(document -> document.whole().isBlank())) {
      throw new MatchProblem(MatchCode.RECORDS_WITHOUT, file, documents.size(), "title, text");
    }
    return documents;
  }

  private static MatchDocument document(TextRecord record, DocumentKind otherwise) {
    String title = record.first("title", "name", "headline", "query", "题名", "标题", "名称");
    String text =
        record.first(
            "text",
            "content",
            "contents",
            "abstract",
            "description",
            "desc",
            "body",
            "summary",
            "摘要",
            "内容",
            "正文",
            "描述");
    return new MatchDocument(
        record.id(),
        kind(record.first("kind", "type"), otherwise),
        list(record.first("owner", "owners", "expert", "author_id")),
        title,
        text,
        list(record.first("keywords", "关键词")),
        list(record.first("codes", "ipc", "industry", "industries")));
  }

  private static DocumentKind kind(String name, DocumentKind otherwise) {
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind.code().equals(name.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    return otherwise;
  }

  private static List<String> list(String value) {
    return Stream.of(value.split("[\\t;；|]", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
