package org.ronghe.platform.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.search.internal.SearchWorld.organisation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchRequest;

class SearchIndexTest {
  private static final IndexState FIRST = new IndexState("e", 1);

  @TempDir Path folder;

  @Test
  void keepsWhatWasCommittedAndForgetsTheRestAsACrashWould() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder)) {
      assertThat(index.found()).isEmpty();
      assertThat(index.isComplete()).isFalse();
      index.put(List.of(organisation(1, "武汉大学", "")));
      index.commit(FIRST);
      index.put(List.of(organisation(1, "改名大学", ""), organisation(2, "重庆大学", "")));
      index.show();
      assertThat(found(index, "重庆")).isEqualTo(1);
    }
    try (SearchIndex index = SearchIndex.open(folder)) {
      assertThat(index.found()).contains(FIRST);
      assertThat(index.isComplete()).isTrue();
      assertThat(found(index, "武汉")).isEqualTo(1);
      assertThat(found(index, "改名")).isZero();
      assertThat(found(index, "重庆")).isZero();
    }
  }

  @Test
  void servesTheOldWhileTheNewIsBuilt() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder)) {
      index.put(List.of(organisation(1, "武汉大学", "")));
      index.commit(FIRST);
      index.show();
      index.clear();
      index.add(List.of(organisation(2, "重庆大学", "")));
      assertThat(found(index, "武汉")).isEqualTo(1);
      index.commit(FIRST.next());
      index.show();
      assertThat(found(index, "武汉")).isZero();
      assertThat(found(index, "重庆")).isEqualTo(1);
    }
  }

  /// More are found than are put in order by all that counts.
  @Test
  void ofThousandsTheNamesakeIsFirstAndNoneIsShownTwice() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder)) {
      var names = new ArrayList<SearchDocument>();
      for (int i = 1; i <= 2_500; i++) {
        names.add(organisation(i, "长江" + "东西南北".charAt(i % 4) + i + "科技有限公司", ""));
      }
      names.add(organisation(2_501, "科技有限公司", ""));
      index.add(names);
      index.commit(FIRST);
      index.show();
      for (String typed : List.of("科技有限公司", "kjyxgs", "kejiyouxiangongsi")) {
        var ids = new HashSet<Long>();
        for (int offset = 0; offset < 2_501; offset += 500) {
          var page =
              index.find(
                  new SearchRequest(
                      typed, Set.of(SearchKind.ORGANISATION), offset, 500, SearchWorld.EVERYONE));
          assertThat(page.count(SearchKind.ORGANISATION)).isEqualTo(2_501);
          page.hits().forEach(hit -> ids.add(hit.id()));
          if (offset == 0) {
            assertThat(page.hits().getFirst().id()).as(typed).isEqualTo(2_501);
          }
        }
        assertThat(ids).as(typed).hasSize(2_501);
      }
    }
  }

  @Test
  void replacesAndRemovesByKey() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder)) {
      index.put(List.of(organisation(1, "武汉大学", ""), organisation(2, "重庆大学", "")));
      index.put(List.of(organisation(1, "华中大学", "")));
      index.remove(List.of(new SearchIndex.Key(SearchKind.ORGANISATION, 2)));
      index.remove(List.of(new SearchIndex.Key(SearchKind.PERSON, 1)));
      index.show();
      assertThat(index.size()).isEqualTo(1);
      assertThat(found(index, "华中")).isEqualTo(1);
    }
  }

  @Test
  void beginsAnewWhereTheFilesAreBroken() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder)) {
      index.put(List.of(organisation(1, "武汉大学", "")));
      index.commit(FIRST);
    }
    try (var files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("segments")).toList()) {
        Files.writeString(file, "broken");
      }
    }
    try (SearchIndex index = SearchIndex.open(folder)) {
      assertThat(index.found()).isEmpty();
      assertThat(index.isComplete()).isFalse();
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void knowsNoStateOfAnIndexMadeInAnotherWay() {
    assertThat(IndexState.ofCommit(FIRST.toCommit())).contains(FIRST);
    var other = new HashMap<>(FIRST.toCommit());
    other.put("shape", "another");
    assertThat(IndexState.ofCommit(other)).isEmpty();
  }

  private static int found(SearchIndex index, String text) throws IOException {
    return index.find(new SearchRequest(text, Set.of(), 0, 10, SearchWorld.EVERYONE)).total();
  }
}
