package org.ronghe.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SplittableRandom;

/// Works as OpenAlex publishes them in the generation of the schema that ended in 2023, 2–4 KB
/// each.
///
/// One author and up, four on average; one in ten affiliations names no institution and stays
/// without a place; one in seven authors has two; one work in a thousand was retracted.
final class MadeUpWorks {
  private static final byte[][] TYPES = {
    Utf8Buffer.utf8("journal-article"),
    Utf8Buffer.utf8("journal-article"),
    Utf8Buffer.utf8("journal-article"),
    Utf8Buffer.utf8("proceedings-article"),
    Utf8Buffer.utf8("book-chapter")
  };
  private static final String[] FIELDS = {
    "Medicine", "Computer science", "Physics", "Chemistry", "Biology", "Materials science"
  };
  private static final int FIRST_YEAR = 2016;
  private static final int YEARS = 8;

  private final MadeUpInstitutions institutions;
  private final byte[][] words;
  private final SplittableRandom random;
  private final Utf8Buffer text = new Utf8Buffer();

  MadeUpWorks(MadeUpInstitutions institutions, byte[][] words, long seed) {
    this.institutions = institutions;
    this.words = words;
    random = new SplittableRandom(seed);
  }

  /// Writes works numbered `[from, to)`.
  void write(OutputStream out, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      work(i);
      if (text.size() > 1 << 15) {
        text.writeTo(out);
      }
    }
    text.writeTo(out);
  }

  private void work(int number) {
    int year = FIRST_YEAR + random.nextInt(YEARS);
    long id = 4_000_000_000L + number;
    text.add("{\"id\": \"https://openalex.org/W").add(id);
    text.add("\", \"doi\": \"https://doi.org/10.5555/").add(id).add("\", \"title\": \"");
    sentence(random.nextInt(6, 14));
    text.add("\", \"publication_year\": ").add(year);
    text.add(", \"publication_date\": \"")
        .add(year)
        .add("-0")
        .add(random.nextInt(1, 10))
        .add("-15\"");
    text.add(", \"ids\": {\"openalex\": \"https://openalex.org/W").add(id);
    text.add(
        "\"}, \"primary_location\": {\"is_oa\": true, \"landing_page_url\":"
            + " \"https://doi.org/10.5555/");
    text.add(id).add("\", \"pdf_url\": null, \"source\": {\"id\": \"https://openalex.org/S");
    text.add(100_000L + random.nextInt(2000)).add("\", \"display_name\": \"Journal of ");
    text.add(word())
        .add(
            "\", \"issn_l\": \"1234-5679\", \"issn\": [\"1234-5679\"], \"type\": \"journal\"}},"
                + " \"type\": \"");
    text.add(TYPES[random.nextInt(TYPES.length)]);
    text.add(
        "\", \"open_access\": {\"is_oa\": true, \"oa_status\": \"gold\", \"oa_url\": null},"
            + " \"authorships\": [");
    authorships();
    text.add("], \"cited_by_count\": ").add(random.nextInt(200));
    text.add(
        ", \"biblio\": {\"volume\": \"12\", \"issue\": \"3\", \"first_page\": \"1\", \"last_page\":"
            + " null}, \"is_retracted\": ");
    text.add(random.nextInt(1000) == 0 ? "true" : "false");
    text.add(
        ", \"is_paratext\": false, \"concepts\": [{\"id\": \"https://openalex.org/C71924100\","
            + " \"display_name\": \"");
    text.add(FIELDS[random.nextInt(FIELDS.length)]);
    text.add("\", \"level\": 0, \"score\": 0.71}], \"referenced_works\": [");
    int references = random.nextInt(8);
    for (int i = 0; i < references; i++) {
      text.add(i == 0 ? "\"" : ", \"")
          .add("https://openalex.org/W")
          .add(2_000_000_000L + random.nextInt(1 << 28))
          .add("\"");
    }
    text.add("], \"abstract_inverted_index\": ");
    if (random.nextInt(10) == 0) {
      text.add("null");
    } else {
      abstractIndex();
    }
    text.add(", \"updated_date\": \"2023-03-01T00:00:00\", \"created_date\": \"2023-01-01\"}\n");
  }

  private void authorships() {
    int home = institutions.pick(random);
    int authors = authors();
    for (int i = 0; i < authors; i++) {
      String position = i == 0 ? "first" : i == authors - 1 ? "last" : "middle";
      text.add(i == 0 ? "{\"author_position\": \"" : ", {\"author_position\": \"").add(position);
      text.add("\", \"author\": {\"id\": \"https://openalex.org/A")
          .add(5_000_000_000L + random.nextInt(1 << 24));
      text.add("\", \"display_name\": \"")
          .add(word())
          .add(" ")
          .add(word())
          .add("\", \"orcid\": null}, \"institutions\": [");
      int first = random.nextInt(10) < 6 ? home : institutions.pick(random);
      if (random.nextInt(10) > 0) {
        text.add(institutions.asMember(first));
        if (random.nextInt(7) == 0) {
          text.add(", ").add(institutions.asMember(institutions.pick(random)));
        }
      }
      text.add("], \"is_corresponding\": null, \"raw_affiliation_string\": \"");
      text.add(institutions.statement(first)).add("\"}");
    }
  }

  private int authors() {
    int authors = 1;
    while (authors < 60 && random.nextInt(4) > 0) {
      authors++;
    }
    return authors;
  }

  private void abstractIndex() {
    int n = random.nextInt(20, 70);
    int start = random.nextInt(words.length - 100);
    int position = 0;
    for (int i = 0; i < n; i++) {
      // Neighbours in the list of words differ by their number, so no word comes twice.
      text.add(i == 0 ? "{\"" : ", \"").add(words[start + i]).add(i).add("\": [").add(position++);
      if (random.nextInt(5) == 0) {
        text.add(", ").add(position++);
      }
      text.add("]");
    }
    text.add("}");
  }

  private void sentence(int length) {
    for (int i = 0; i < length; i++) {
      if (i > 0) {
        text.add(" ");
      }
      text.add(word());
    }
  }

  private byte[] word() {
    return words[random.nextInt(words.length)];
  }
}
