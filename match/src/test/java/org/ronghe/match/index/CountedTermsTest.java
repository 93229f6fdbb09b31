package org.ronghe.match.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class CountedTermsTest {
  @Test
  void whatIsWrittenIsRead() throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<Long, Integer> expected = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      int count = List.of(1, 1, 2, 127, 128, 70_000).get(i % 6);
      counts.put("term" + i, count);
      expected.put(CountedTerms.key("term" + i), count);
    }
    assertThat(read(CountedTerms.write(counts))).isEqualTo(expected).hasSize(400);
    assertThat(read(CountedTerms.write(Map.of()))).isEmpty();
  }

  @Test
  void bytesMayLieAnywhereInAnArray() throws IOException {
    BytesRef written = CountedTerms.write(Map.of("电池", 3));
    byte[] wider = new byte[written.length + 11];
    System.arraycopy(written.bytes, written.offset, wider, 7, written.length);
    assertThat(read(new BytesRef(wider, 7, written.length)))
        .isEqualTo(Map.of(CountedTerms.key("电池"), 3));
  }

  private static Map<Long, Integer> read(BytesRef written) {
    Map<Long, Integer> read = new HashMap<>();
    CountedTerms.read(written, (key, count) -> read.merge(key, count, Integer::sum));
    return read;
  }
}
