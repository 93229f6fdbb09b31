package org.ronghe.benchmarks;

import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.util.Fnv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Works by fastjson2's streaming reader.
final class FastjsonWorks {
  private static final long ID = Fnv.hashCode64("id");
  private static final long ROR = Fnv.hashCode64("ror");
  private static final long TYPE = Fnv.hashCode64("type");
  private static final long YEAR = Fnv.hashCode64("publication_year");
  private static final long RETRACTED = Fnv.hashCode64("is_retracted");
  private static final long PARATEXT = Fnv.hashCode64("is_paratext");
  private static final long AUTHORSHIPS = Fnv.hashCode64("authorships");
  private static final long INSTITUTIONS = Fnv.hashCode64("institutions");
  private static final long STATEMENT = Fnv.hashCode64("raw_affiliation_string");
  private static final long STATEMENTS = Fnv.hashCode64("raw_affiliation_strings");

  private final WorkTotals totals = new WorkTotals();

  private FastjsonWorks() {}

  static WorkTotals read(Path file) throws IOException {
    var works = new FastjsonWorks();
    LineReader.read(
        file,
        (bytes, from, to) -> {
          try (JSONReader json = JSONReader.of(bytes, from, to - from, StandardCharsets.UTF_8)) {
            long before = works.totals.authorships;
            works.work(json);
            works.totals.endWork(before);
          }
        });
    return works.totals;
  }

  private void work(JSONReader json) {
    json.nextIfObjectStart();
    while (!json.nextIfObjectEnd()) {
      long name = json.readFieldNameHashCode();
      if (name == ID || name == TYPE) {
        totals.text(json.readString());
      } else if (name == YEAR) {
        totals.years += json.readInt32Value();
      } else if (name == RETRACTED) {
        totals.retracted += json.readBoolValue() ? 1 : 0;
      } else if (name == PARATEXT) {
        totals.paratext += json.readBoolValue() ? 1 : 0;
      } else if (name == AUTHORSHIPS && json.nextIfArrayStart()) {
        while (!json.nextIfArrayEnd()) {
          authorship(json);
        }
        json.nextIfComma();
      } else {
        json.skipValue();
      }
    }
  }

  private void authorship(JSONReader json) {
    totals.authorships++;
    json.nextIfObjectStart();
    while (!json.nextIfObjectEnd()) {
      long name = json.readFieldNameHashCode();
      if (name == INSTITUTIONS && json.nextIfArrayStart()) {
        while (!json.nextIfArrayEnd()) {
          institution(json);
        }
        json.nextIfComma();
      } else if (name == STATEMENT) {
        totals.text(json.readString());
      } else if (name == STATEMENTS && json.nextIfArrayStart()) {
        while (!json.nextIfArrayEnd()) {
          totals.text(json.readString());
        }
        json.nextIfComma();
      } else {
        json.skipValue();
      }
    }
    json.nextIfComma();
  }

  private void institution(JSONReader json) {
    totals.institutions++;
    json.nextIfObjectStart();
    while (!json.nextIfObjectEnd()) {
      long name = json.readFieldNameHashCode();
      if (name == ID || name == ROR) {
        totals.text(json.readString());
      } else {
        json.skipValue();
      }
    }
    json.nextIfComma();
  }
}
