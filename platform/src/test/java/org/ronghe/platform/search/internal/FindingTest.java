package org.ronghe.platform.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.search.internal.SearchWorld.at;
import static org.ronghe.platform.search.internal.SearchWorld.identified;
import static org.ronghe.platform.search.internal.SearchWorld.organisation;
import static org.ronghe.platform.search.internal.SearchWorld.person;
import static org.ronghe.platform.search.internal.SearchWorld.visibleTo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.platform.search.SearchAnswer;
import org.ronghe.platform.search.SearchHit;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchRequest;

class FindingTest {
  @TempDir Path folder;
  private SearchWorld world;

  @BeforeEach
  void build() throws IOException {
    world =
        new SearchWorld(
            folder,
            List.of(
                organisation(1, "武汉大学人民医院", "Renmin Hospital of Wuhan University"),
                identified(
                    organisation(2, "武汉大学", "Wuhan University", "武大", "WHU"),
                    "https://ror.org/033vjfk17",
                    "12100000441626842D"),
                organisation(3, "华中科技大学", "Huazhong University of Science and Technology"),
                organisation(4, "重庆大学", "Chongqing University"),
                organisation(5, "中国银行", "Bank of China"),
                organisation(6, "中国科学院", "Chinese Academy of Sciences"),
                at(organisation(7, "华工激光工程有限公司", ""), "武汉市", "Wuhan"),
                organisation(8, "厦门大学", "Xiamen University"),
                organisation(9, "西安交通大学", "Xi'an Jiaotong University"),
                organisation(10, "武汉理工大学", "Wuhan University of Technology"),
                organisation(11, "", "Université de Montréal"),
                organisation(12, "臺灣大學", "National Taiwan University"),
                visibleTo(organisation(13, "武汉秘密研究所", "Hidden Institute"), "organisation:77"),
                identified(person(1, "张伟", "Wei Zhang"), "0000-0002-1825-0097"),
                person(2, "单田芳"),
                person(3, "吕布", "LYU Bu"),
                person(4, "Müller, Jürgen")));
  }

  @AfterEach
  void close() throws IOException {
    world.close();
  }

  @ParameterizedTest(name = "{0} finds {1} first")
  @CsvSource({
    "武汉大学, 武汉大学",
    "武大, 武汉大学",
    "WHU, 武汉大学",
    "whdx, 武汉大学",
    "wuhandaxue, 武汉大学",
    "wuhan daxue, 武汉大学",
    "wuhand, 武汉大学",
    "Wuhan Universi, 武汉大学",
    "武汉 医院, 武汉大学人民医院",
    "武汉医院, 武汉大学人民医院",
    "renminyiyuan, 武汉大学人民医院",
    "rmyy, 武汉大学人民医院",
    "华科大, 华中科技大学",
    "hzkjdx, 华中科技大学",
    "huazhongkjdx, 华中科技大学",
    "HUST, 华中科技大学",
    "university of science technologies, 华中科技大学",
    "chongqing, 重庆大学",
    "zhongqing, 重庆大学",
    "cqdx, 重庆大学",
    "zhongguoyinhang, 中国银行",
    "yinhang, 中国银行",
    "banks, 中国银行",
    "中科院, 中国科学院",
    "zgkxy, 中国科学院",
    "zhgkxy, 中国科学院",
    "武汉激光, 华工激光工程有限公司",
    "wuhan 激光, 华工激光工程有限公司",
    "xiamendaxue, 厦门大学",
    "xian jiaotong, 西安交通大学",
    "xi'an, 西安交通大学",
    "xajtdx, 西安交通大学",
    "台湾大学, 臺灣大學",
    "臺灣, 臺灣大學",
    "montreal, Université de Montréal",
    "universite de, Université de Montréal",
    "ＷＨＵ, 武汉大学",
    "张伟, 张伟",
    "zhangwei, 张伟",
    "wei zhang, 张伟",
    "zw, 张伟",
    "shan tianfang, 单田芳",
    "lvbu, 吕布",
    "lyu bu, 吕布",
    "lubu, 吕布",
    "muller, 'Müller, Jürgen'"
  })
  void findsWhatIsMeant(String typed, String first) throws IOException {
    List<String> titles = world.titles(typed);
    assertThat(titles).first().isEqualTo(first);
    assertThat(world.ask(typed).similar()).isFalse();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "033vjfk17, 武汉大学",
    "https://ror.org/033vjfk17, 武汉大学",
    "033vj, 武汉大学",
    "12100000441626842D, 武汉大学",
    "12100000441626842d, 武汉大学",
    "121000004 41626842-D, 武汉大学",
    "0000-0002-1825-0097, 张伟",
    "0000000218250097, 张伟",
    "https://orcid.org/0000-0002-1825-0097, 张伟"
  })
  void findsIdentifiersHoweverWritten(String typed, String only) throws IOException {
    assertThat(world.titles(typed)).containsExactly(only);
  }

  @ParameterizedTest(name = "{0} is taken for {1}")
  @CsvSource({
    "wuhan univesrity of tecnology, 武汉理工大学",
    "chongqng university, 重庆大学",
    "武汗大学, 武汉大学",
    "Jurgen Muler, 'Müller, Jürgen'",
    "Juergen Mueller, 'Müller, Jürgen'"
  })
  void takesSmallMistakesForWhatIsMeant(String typed, String first) throws IOException {
    assertThat(world.titles(typed)).first().isEqualTo(first);
  }

  @Test
  void saysWhenNothingWasFoundAsTyped() throws IOException {
    assertThat(world.ask("Jurgen Muler").similar()).isTrue();
    assertThat(world.ask("Jurgen Muller").similar()).isFalse();
    assertThat(world.ask("qqqqqq").similar()).isFalse();
    assertThat(world.ask("qqqqqq").hits()).isEmpty();
  }

  @Test
  void doesNotFindWhatHasNothingToDoWithIt() throws IOException {
    assertThat(world.titles("whdx")).doesNotContain("重庆大学", "厦门大学", "华中科技大学");
    assertThat(world.titles("银行")).containsExactly("中国银行");
    assertThat(world.titles("医院 银行")).isEmpty();
    assertThat(world.titles("technology")).doesNotContain("武汉大学");
  }

  @Test
  void countsKindsAndGivesThePageAskedFor() throws IOException {
    SearchAnswer all = world.ask(new SearchRequest("wei", Set.of(), 0, 50, SearchWorld.EVERYONE));
    assertThat(all.count(SearchKind.PERSON)).isEqualTo(1);

    var organisations = Set.of(SearchKind.ORGANISATION);
    var whole = world.ask(new SearchRequest("大学", organisations, 0, 50, SearchWorld.EVERYONE));
    var first = world.ask(new SearchRequest("大学", organisations, 0, 3, SearchWorld.EVERYONE));
    var second = world.ask(new SearchRequest("大学", organisations, 3, 3, SearchWorld.EVERYONE));
    assertThat(whole.count(SearchKind.ORGANISATION)).isEqualTo(8).isEqualTo(whole.hits().size());
    assertThat(first.counts()).isEqualTo(whole.counts());
    assertThat(first.hits()).isEqualTo(whole.hits().subList(0, 3));
    assertThat(second.hits()).isEqualTo(whole.hits().subList(3, 6));
  }

  @Test
  void showsNobodyWhatIsNotForThem() throws IOException {
    assertThat(world.titles("秘密")).isEmpty();
    assertThat(world.titles("hidden institute")).isEmpty();
    assertThat(world.ask("武汉").total()).isEqualTo(4);

    Set<String> own = Set.of("everyone", "organisation:77");
    SearchAnswer answer = world.ask(new SearchRequest("武汉", Set.of(), 0, 50, own));
    assertThat(answer.total()).isEqualTo(5);
    assertThat(answer.hits()).extracting(SearchHit::id).contains(13L);
    assertThat(world.ask(new SearchRequest("武汉", Set.of(), 0, 50, Set.of())).total()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "'---'", "'*'", "'(('", "'\"'", "'a:b AND'", "'\uD83D\uDE00'", "'\\'"})
  void takesAnythingThatCanBeTyped(String typed) throws IOException {
    assertThat(world.ask(typed).hits()).isNotNull();
    assertThat(world.ask(typed.repeat(300)).hits()).isNotNull();
  }

  @Test
  void letsNoSingleLetterOrLongInputHoldItUp() throws IOException {
    assertThat(world.titles("w")).contains("武汉大学", "武汉理工大学");
    assertThat(world.titles("wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"))
        .isEmpty();
    assertThat(world.titles("xianxianxianxianxianxianxianxianxianxianxianxianxianxian")).isEmpty();
    assertThat(world.titles("武".repeat(190))).isEmpty();
  }
}
