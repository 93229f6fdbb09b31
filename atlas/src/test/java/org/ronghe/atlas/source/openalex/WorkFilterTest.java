package org.ronghe.atlas.source.openalex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronghe.atlas.source.ExclusionReason;
import org.ronghe.atlas.source.RecordFilter;

class WorkFilterTest {
  @Test
  void leavesOutByYear() {
    var filter = new RecordFilter(2018, 2020, Set.of(), true, true, true, Set.of(), Set.of());
    var batch =
        Lines.read(
            filter,
            "{'id':'W1','publication_year':2017}",
            "{'id':'W2','publication_year':2018}",
            "{'id':'W3','publication_year':2020}",
            "{'publication_year':2021,'id':'W4'}");
    assertThat(batch.records()).isEqualTo(2);
    assertThat(batch.excluded()).isEqualTo(Map.of(ExclusionReason.YEAR, 2L));
  }

  @Test
  void admitsByTypeOfEitherGeneration() {
    var filter = filter(Set.of("article", "proceedings-article"), Set.of(), Set.of());
    assertThat(admits(filter, ",'type':'article'")).isTrue();
    assertThat(admits(filter, ",'type':'journal-article'")).isTrue();
    assertThat(admits(filter, ",'type':'proceedings-article'")).isTrue();
    assertThat(admits(filter, ",'type':'other','type_crossref':'proceedings-article'")).isTrue();
    assertThat(admits(filter, ",'type':'review','type_crossref':'journal-article'")).isFalse();
    assertThat(admits(filter, ",'type':'book'")).isFalse();
    assertThat(admits(filter, ",'type':null")).isFalse();
    assertThat(admits(filter, "")).isFalse();
    assertThat(admits(filter(Set.of("journal-article"), Set.of(), Set.of()), ",'type':'article'"))
        .isFalse();
  }

  @Test
  void leavesOutRetractedParatextAndTruncated() {
    var strict = new RecordFilter(0, 9999, Set.of(), false, false, false, Set.of(), Set.of());
    var lines =
        new String[] {
          Lines.work(",'is_retracted':true"),
          Lines.work(",'is_paratext':true"),
          Lines.work(",'type':'paratext','is_paratext':false"),
          Lines.work(",'is_authors_truncated':true"),
          Lines.work(",'is_retracted':false,'is_paratext':null"),
          Lines.work(",'is_authors_truncated':true,'is_paratext':true,'is_retracted':true"),
        };
    var batch = Lines.read(strict, lines);
    assertThat(batch.excluded())
        .isEqualTo(
            Map.of(
                ExclusionReason.RETRACTED, 2L,
                ExclusionReason.PARATEXT, 2L,
                ExclusionReason.TRUNCATED_AUTHORS, 1L));
    assertThat(batch.records()).isOne();
    assertThat(Lines.read(lines).records()).isEqualTo(lines.length);
  }

  @Test
  void admitsByJournal() {
    var filter = filter(Set.of(), Set.of("1756-1833", "1234-567x"), Set.of());
    assertThat(admits(filter, ",'primary_location':{'source':{'issn_l':'1756-1833'}}")).isTrue();
    assertThat(admits(filter, ",'primary_location':{'source':{'issn':['0000-0000','1234567X']}}"))
        .isTrue();
    assertThat(admits(filter, ",'host_venue':{'issn_l':null,'issn':['1234-567X']}")).isTrue();
    assertThat(admits(filter, ",'host_venue':{'issn_l':'0000-0000','issn':null}")).isFalse();
    assertThat(admits(filter, ",'primary_location':null")).isFalse();
    assertThat(admits(filter, ",'locations':[{'source':{'issn_l':'1756-1833'}}]")).isFalse();
  }

  @Test
  void admitsByField() {
    var filter = filter(Set.of(), Set.of(), Set.of("Medicine", "Café"));
    assertThat(admits(filter, ",'primary_topic':{'field':{'display_name':'Medicine'}}")).isTrue();
    assertThat(admits(filter, ",'primary_topic':{'field':{'display_name':'Caf\\u00e9'}}")).isTrue();
    assertThat(admits(filter, ",'primary_topic':{'field':{'display_name':'Art'}}")).isFalse();
    assertThat(admits(filter, ",'concepts':[{'level':0,'score':1,'display_name':'Medicine'}]"))
        .isTrue();
    assertThat(admits(filter, "")).isFalse();
  }

  @Test
  void tellsTheFirstReason() {
    var strict =
        new RecordFilter(
            2000, 2010, Set.of("article"), false, false, false, Set.of("1756-1833"), Set.of("A"));
    assertThat(Lines.read(strict, Lines.work(",'is_retracted':true")).excluded())
        .containsOnlyKeys(ExclusionReason.YEAR);
    var late =
        new RecordFilter(
            2000, 2030, Set.of("article"), false, false, true, Set.of("1756-1833"), Set.of("A"));
    assertThat(Lines.read(late, Lines.work(",'is_retracted':true")).excluded())
        .containsOnlyKeys(ExclusionReason.TYPE);
    assertThat(Lines.read(late, Lines.work(",'type':'article'")).excluded())
        .containsOnlyKeys(ExclusionReason.JOURNAL);
    assertThat(
            Lines.read(late, Lines.work(",'type':'article','host_venue':{'issn_l':'1756-1833'}"))
                .excluded())
        .containsOnlyKeys(ExclusionReason.FIELD);
  }

  private static RecordFilter filter(Set<String> types, Set<String> issns, Set<String> fields) {
    return new RecordFilter(0, 9999, types, true, true, true, issns, fields);
  }

  private static boolean admits(RecordFilter filter, String members) {
    return Lines.read(filter, Lines.work(members)).records() == 1;
  }
}
