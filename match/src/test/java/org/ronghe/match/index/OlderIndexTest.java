package org.ronghe.match.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.match.LetterEncoder;
import org.ronghe.match.bridge.BilingualDictionary;
import org.ronghe.match.search.Engine;
import org.ronghe.match.search.MatchQuery;
import org.ronghe.match.text.GramAnalyzer;
import org.ronghe.match.vector.Encoders;

/// An index from before terms were kept by document.
class OlderIndexTest {
  @TempDir Path folder;

  @Test
  void answersInTheOrderOfItsWords() throws IOException {
    var encoders = new Encoders(new LetterEncoder("a"), new LetterEncoder("b"));
    try (var engine = new Engine(encoders, BilingualDictionary.load(), 1)) {
      engine.index(folder).close();
      write(
          MatchDocument.of("1", DocumentKind.ACHIEVEMENT, "废旧电池回收", "拆解"),
          MatchDocument.of("2", DocumentKind.ACHIEVEMENT, "铅酸电池外壳", "注塑"),
          MatchDocument.of("9", DocumentKind.ACHIEVEMENT, "锂电池陶瓷隔膜", "耐高温电池隔膜"));
      try (MatchIndex index = engine.index(folder);
          IndexView view = index.view()) {
        var need = MatchDocument.of("need", DocumentKind.NEED, "电池隔膜", "");
        assertThat(engine.matcher().search(MatchQuery.of(need, 3), view))
            .extracting(match -> match.document().id())
            .hasSize(3)
            .startsWith("9");
      }
    }
  }

  private void write(MatchDocument... documents) throws IOException {
    Path generation = new IndexFolder(folder).current();
    try (var directory = FSDirectory.open(generation);
        var writer = new IndexWriter(directory, new IndexWriterConfig(new GramAnalyzer()))) {
      for (MatchDocument document : List.of(documents)) {
        var lucene = new Document();
        lucene.add(new StringField(IndexField.ID, document.id(), Store.NO));
        lucene.add(new BinaryDocValuesField(IndexField.ID, new BytesRef(document.id())));
        lucene.add(new StringField(IndexField.KIND, document.kind().code(), Store.NO));
        String words = IndexField.words(document.kind().side());
        lucene.add(new TextField(words, document.whole(), Store.NO));
        lucene.add(new StoredField(IndexField.SOURCE, DocumentSource.write(document)));
        writer.addDocument(lucene);
      }
    }
  }
}
