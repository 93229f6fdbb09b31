package org.ronghe.platform.facts.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.platform.facts.identifier.IdentifierCheck.Invalid;
import org.ronghe.platform.facts.identifier.IdentifierCheck.Valid;

class IdentifierSchemeTest {
  /// Codes from public registers: Tencent, Huawei, Baidu, Tsinghua, Wuhan University, HUST.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "9144030071526726XG",
        "914403001922038216",
        "91110000802100433B",
        "12100000400000624D",
        "12100000707137123P",
        "12100000441626842D"
      })
  void realCreditCodesAreValid(String code) {
    assertThat(IdentifierScheme.USCC.check(code)).isEqualTo(new Valid(code));
    everyTypingErrorIsFound(IdentifierScheme.USCC, code, "0123456789ABCDEFGHJKLMNPQRTUWXY");
  }

  /// The example that the standard works through: its check character is wrong and should be 3.
  @Test
  void theStandardsOwnWrongExampleIsRefusedWithTheRightCharacter() {
    assertThat(IdentifierScheme.USCC.check("91350100M000100Y4Z"))
        .isEqualTo(new Invalid(IdentifierFault.CHARACTER, "Z", "0123456789ABCDEFGHJKLMNPQRTUWXY"));
    assertThat(IdentifierScheme.USCC.check("91350100M000100Y4A"))
        .isEqualTo(new Invalid(IdentifierFault.CHECK, "A", "3"));
    assertThat(IdentifierScheme.USCC.check("91350100m000100y43"))
        .isEqualTo(new Valid("91350100M000100Y43"));
  }

  @Test
  void aCreditCodeCopiedInFullWidthIsTheSameCode() {
    assertThat(IdentifierScheme.USCC.check(" ９１４４０３００７１５２６７２６ＸＧ　"))
        .isEqualTo(new Valid("9144030071526726XG"));
  }

  @ParameterizedTest
  @CsvSource({
    "9144030071526726X, LENGTH, 17, 18",
    "9144O30071526726XG, CHARACTER, O, 0-9",
    "' ', EMPTY, '', ''"
  })
  void aWrongCreditCodeSaysWhy(String text, IdentifierFault fault, String found, String expected) {
    assertThat(IdentifierScheme.USCC.check(text)).isEqualTo(new Invalid(fault, found, expected));
  }

  /// Wuhan University, HUST, Caltech, Tsinghua, Peking University, MIT's neighbours in the
  /// registry.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "033vjfk17",
        "00p991c53",
        "05dxps055",
        "03cve4549",
        "02v51f717",
        "042nb2s44",
        "052gg0110"
      })
  void realRorIdsAreValid(String id) {
    assertThat(IdentifierScheme.ROR.check("https://ror.org/" + id)).isEqualTo(new Valid(id));
    everySingleErrorIsFound(IdentifierScheme.ROR, id, "0123456789abcdefghjkmnpqrstvwxyz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"})
  void orcidsOfTheDocumentationAreValid(String id) {
    assertThat(IdentifierScheme.ORCID.check("https://orcid.org/" + id)).isEqualTo(new Valid(id));
    assertThat(IdentifierScheme.ORCID.check(id.replace("-", ""))).isEqualTo(new Valid(id));
    everyTypingErrorIsFound(IdentifierScheme.ORCID, id.replace("-", ""), "0123456789");
  }

  @ParameterizedTest
  @CsvSource({
    "10.1000/182, 10.1000/182",
    "https://doi.org/10.1038/S41586-020-2649-2, 10.1038/s41586-020-2649-2",
    "http://dx.doi.org/10.1002/(SICI)1097-4571, 10.1002/(sici)1097-4571",
    "doi: 10.1093/AJAE/AAQ063, 10.1093/ajae/aaq063",
    "DOI:10.1000.10/123, 10.1000.10/123"
  })
  void aDoiHasOneForm(String text, String normal) {
    assertThat(IdentifierScheme.DOI.check(text)).isEqualTo(new Valid(normal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1000", "11.1000/182", "10.1000/", "10.1000/a b", "10.1/abc"})
  void whatIsNoDoiIsRefused(String text) {
    assertThat(IdentifierScheme.DOI.check(text)).isInstanceOf(Invalid.class);
  }

  /// The examples of ZC 0006-2003 and of published patents, old numbers and new.
  @ParameterizedTest
  @CsvSource({
    "ZL201710601862.3, 201710601862.3",
    "CN 200310102344.5, 200310102344.5",
    "201710601862.3, 201710601862.3",
    "ZL 2017 1 0601862.3, 201710601862.3",
    "ZL95115608.X, 95115608.X",
    "97101765.4, 97101765.4",
    "zl95115608x, 95115608.X"
  })
  void chinesePatentNumbersHaveOneForm(String text, String normal) {
    assertThat(IdentifierScheme.CN_PATENT.check(text)).isEqualTo(new Valid(normal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"201710601862.3", "200310102344.5", "95115608.X", "97101765.4"})
  void everyMistypedDigitOfAPatentNumberIsFound(String number) {
    everyTypingErrorIsFound(IdentifierScheme.CN_PATENT, number.replace(".", ""), "0123456789");
  }

  @ParameterizedTest
  @CsvSource({
    "201710601862, CHECK_MISSING, 201710601862, .3",
    "201710601862.4, CHECK, 4, 3",
    "201740601862.3, UNKNOWN, 4, '1, 2, 3, 8, 9'",
    "199910601862.3, FORMAT, 1999, 2003-",
    "2017106018, LENGTH, 10, '9, 13'"
  })
  void aWrongPatentNumberSaysWhy(
      String text, IdentifierFault fault, String found, String expected) {
    assertThat(IdentifierScheme.CN_PATENT.check(text))
        .isEqualTo(new Invalid(fault, found, expected));
  }

  @ParameterizedTest
  @CsvSource({
    "CN 106654321 A, CN106654321A",
    "WO 2019/123456 A1, WO2019123456A1",
    "'US 10,123,456 B2', US10123456B2",
    "ep1234567b1, EP1234567B1",
    "USRE45678E, USRE45678E",
    "CN1234567C, CN1234567C"
  })
  void publicationNumbersHaveOneForm(String text, String normal) {
    assertThat(IdentifierScheme.PATENT_PUBLICATION.check(text)).isEqualTo(new Valid(normal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CN106654321", "ZZ1234567A", "WO19123A1", "CN12345A", "123456"})
  void whatIsNoPublicationNumberIsRefused(String text) {
    assertThat(IdentifierScheme.PATENT_PUBLICATION.check(text)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "h, H",
    "H04, H04",
    "h04l, H04L",
    "H04L9/32, H04L 9/32",
    "A01B  1/00, A01B 1/00",
    "A61K 0031/7068, A61K 31/7068",
    "A01B0001000000, A01B 1/00",
    "G06N0003040000, G06N 3/04"
  })
  void ipcSymbolsHaveOneForm(String text, String normal) {
    assertThat(IdentifierScheme.IPC.check(text)).isEqualTo(new Valid(normal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"I04L", "H4L", "H04L 9", "H04L 9/3", "H00", "H04L 0/32", "H04L/32"})
  void whatIsNoIpcSymbolIsRefused(String text) {
    assertThat(IdentifierScheme.IPC.check(text)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({"C, C", "C39, C39", "3922, C3922", "c3922, C3922", "97, T97", "652, I652"})
  void industryClassesCarryTheirSection(String text, String normal) {
    assertThat(IdentifierScheme.INDUSTRY.check(text)).isEqualTo(new Valid(normal));
  }

  @Test
  void anIndustryClassUnderTheWrongSectionIsToldTheRightOne() {
    assertThat(IdentifierScheme.INDUSTRY.check("I3922"))
        .isEqualTo(new Invalid(IdentifierFault.FORMAT, "I", "C3922"));
    assertThat(IdentifierScheme.INDUSTRY.check("98"))
        .isEqualTo(new Invalid(IdentifierFault.UNKNOWN, "98", "01-97"));
    assertThat(IdentifierScheme.INDUSTRY.check("U")).isInstanceOf(Invalid.class);
    assertThat(IdentifierScheme.INDUSTRY.check("C39222")).isInstanceOf(Invalid.class);
  }

  @Test
  void theClassificationIsWhole() {
    var all = Industries.CLASSIFICATION.all();
    assertThat(all.stream().filter(industry -> industry.code().length() == 1)).hasSize(20);
    assertThat(all.stream().filter(industry -> industry.code().length() == 3)).hasSize(97);
    for (int division = 1; division <= 97; division++) {
      assertThat(Industries.CLASSIFICATION.findDivision("%02d".formatted(division))).isPresent();
    }
    assertThat(Industries.CLASSIFICATION.findDivision("39").orElseThrow().chinese())
        .isEqualTo("计算机、通信和其他电子设备制造业");
  }

  @ParameterizedTest
  @CsvSource({"cn, CN", "CHN, CN", "DE, DE", "usa, US"})
  void countriesAreStoredByTwoLetters(String text, String normal) {
    assertThat(IdentifierScheme.COUNTRY.check(text)).isEqualTo(new Valid(normal));
    assertThat(IdentifierScheme.COUNTRY.check("XX")).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Wang.Li@Example.ORG, Wang.Li@example.org",
    "王丽@例子.中国, 王丽@例子.中国",
    "a+b@sub.example.com.cn, a+b@sub.example.com.cn"
  })
  void mailAddressesKeepTheirLocalPart(String text, String normal) {
    assertThat(IdentifierScheme.EMAIL.check(text)).isEqualTo(new Valid(normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "@example.org", "a@b", "a..b@example.org", "a b@example.org", "a@-x-.org"})
  void whatIsNoMailAddressIsRefused(String text) {
    assertThat(IdentifierScheme.EMAIL.check(text)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "WWW.Whu.edu.cn, https://www.whu.edu.cn",
    "HTTP://Example.org:80/A?b=C#d, http://example.org/A?b=C#d",
    "https://example.org:8443/x, https://example.org:8443/x"
  })
  void webAddressesHaveOneForm(String text, String normal) {
    assertThat(IdentifierScheme.URL.check(text)).isEqualTo(new Valid(normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://example.org/",
        "https://user:pw@example.org/",
        "https://exa mple.org",
        "https://localhost/"
      })
  void whatIsNoWebAddressIsRefused(String text) {
    assertThat(IdentifierScheme.URL.check(text)).isInstanceOf(Invalid.class);
  }

  private static void everyTypingErrorIsFound(
      IdentifierScheme scheme, String code, String alphabet) {
    everySingleErrorIsFound(scheme, code, alphabet);
    for (int i = 0; i + 1 < code.length(); i++) {
      if (code.charAt(i) != code.charAt(i + 1)) {
        var swapped = new StringBuilder(code);
        swapped.setCharAt(i, code.charAt(i + 1));
        swapped.setCharAt(i + 1, code.charAt(i));
        assertRefused(scheme, swapped.toString(), code);
      }
    }
  }

  private static void everySingleErrorIsFound(
      IdentifierScheme scheme, String code, String alphabet) {
    long seed = code.hashCode();
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int at = random.nextInt(code.length());
      char wrong = alphabet.charAt(random.nextInt(alphabet.length()));
      if (wrong != code.charAt(at)) {
        var changed = new StringBuilder(code);
        changed.setCharAt(at, wrong);
        assertRefused(scheme, changed.toString(), code);
      }
    }
  }

  private static void assertRefused(IdentifierScheme scheme, String changed, String code) {
    if (scheme.check(changed) instanceof Valid) {
      fail("%s takes %s, a mistyped %s", scheme, changed, code);
    }
  }
}
