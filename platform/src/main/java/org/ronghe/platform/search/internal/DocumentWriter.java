package org.ronghe.platform.search.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchName;

/// Makes the index's documents.
final class DocumentWriter {
  private static final int LONGEST_WHOLE = 300;
  private static final float BREVITY_SCALE = 100;

  private final Folding folding;
  private final Pinyin pinyin;

  DocumentWriter(Folding folding, Pinyin pinyin) {
    this.folding = folding;
    this.pinyin = pinyin;
  }

  static Term key(SearchKind kind, long id) {
    return new Term(Fields.KEY, kind.code() + "/" + id);
  }

  Document write(SearchDocument subject) {
    var document = new Document();
    Term key = key(subject.kind(), subject.id());
    document.add(new StringField(key.field(), key.text(), Field.Store.NO));
    document.add(new StringField(Fields.KIND, subject.kind().code(), Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.KIND, subject.kind().number()));
    document.add(new NumericDocValuesField(Fields.ID, subject.id()));
    document.add(new StoredField(Fields.SUBJECT, StoredSubject.write(subject)));
    for (String token : subject.audience()) {
      document.add(new StringField(Fields.AUDIENCE, token, Field.Store.NO));
    }
    for (String identifier : subject.identifiers()) {
      document.add(
          new StringField(Fields.IDENTIFIERS, Words.identifier(identifier), Field.Store.NO));
    }
    int length = Math.max(1, folding.joined(subject.names().getFirst().text()).length());
    document.add(new FeatureField(Fields.FEATURES, Fields.BREVITY, BREVITY_SCALE / length));
    writeNames(subject, document);
    var places = new TermStream();
    for (SearchName place : subject.places()) {
      List<Token> tokens = folding.tokens(place.text());
      addCharacters(tokens, places);
      tokens.stream()
          .filter(token -> !token.ideographic())
          .forEach(word -> places.step().add(word.term()));
      places.gap();
    }
    addText(document, Fields.PLACES, places);
    return document;
  }

  private void writeNames(SearchDocument subject, Document document) {
    var characters = new TermStream();
    var readings = new TermStream();
    var words = new TermStream();
    var stems = new TermStream();
    for (SearchName name : subject.names()) {
      List<Token> tokens = folding.tokens(name.text());
      if (tokens.stream().anyMatch(Token::ideographic)) {
        characters.step().add(Fields.START);
        addCharacters(tokens, characters);
        addReadings(tokens, readings);
      }
      for (Token token : tokens) {
        if (!token.ideographic()) {
          words.step().add(token.term());
          stems.step().add(Words.stem(token.term()));
        }
      }
      for (TermStream stream : List.of(characters, readings, words, stems)) {
        stream.gap();
      }
      addWhole(tokens, document);
    }
    addText(document, Fields.CHARACTERS, characters);
    addText(document, Fields.PINYIN, readings);
    addText(document, Fields.WORDS, words);
    addText(document, Fields.STEMS, stems);
  }

  private static void addWhole(List<Token> tokens, Document document) {
    var whole = new StringBuilder();
    for (Token token : tokens) {
      if (whole.length() < LONGEST_WHOLE) {
        whole.append(token.term());
      }
    }
    document.add(new StringField(Fields.WHOLE, whole.toString(), Field.Store.NO));
    String acronym = Words.acronym(tokens);
    if (!acronym.isEmpty()) {
      document.add(new StringField(Fields.ACRONYM, acronym, Field.Store.NO));
    }
  }

  /// Each character, and at the same place the pair it begins.
  private static void addCharacters(List<Token> tokens, TermStream stream) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      stream.step();
      if (token.ideographic()) {
        stream.add(token.term());
        if (i + 1 < tokens.size() && tokens.get(i + 1).ideographic()) {
          stream.add(token.term() + tokens.get(i + 1).term());
        }
      }
    }
  }

  private void addReadings(List<Token> tokens, TermStream stream) {
    stream.step().add(Fields.START);
    for (Token token : tokens) {
      stream.step();
      for (String term : readingTerms(token)) {
        stream.add(term);
      }
    }
    stream.step().add(Fields.END);
  }

  private List<String> readingTerms(Token token) {
    if (!token.ideographic()) {
      return List.of();
    }
    var terms = new ArrayList<String>();
    for (String reading : pinyin.readings(token.term())) {
      for (String term : Syllables.termsOf(reading)) {
        if (!terms.contains(term)) {
          terms.add(term);
        }
      }
    }
    return terms;
  }

  private static void addText(Document document, String field, TermStream stream) {
    if (!stream.isEmpty()) {
      document.add(new TextField(field, stream));
    }
  }
}
