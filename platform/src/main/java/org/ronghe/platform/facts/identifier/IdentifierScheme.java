package org.ronghe.platform.facts.identifier;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The schemes that are known, each with its check. Stored and spoken of by [#key].
public enum IdentifierScheme {
  /// Unified social credit code of legal persons and other organisations in China, GB 32100-2015.
  USCC,
  /// Research Organization Registry.
  ROR,
  /// Researchers, ISO 27729 block of ORCID.
  ORCID,
  /// Digital object identifier, ISO 26324.
  DOI,
  /// Application number of a Chinese patent, ZC 0006-2003.
  CN_PATENT,
  /// Publication number of a patent of any office, WIPO ST.3, ST.6 and ST.16.
  PATENT_PUBLICATION,
  /// Symbol of the International Patent Classification.
  IPC,
  /// Class of economic activity, GB/T 4754-2017.
  INDUSTRY,
  /// ISO 3166-1 alpha-2.
  COUNTRY,
  /// An address for electronic mail.
  EMAIL,
  /// An address of the web.
  URL;

  /// Stable name in lower case: `uscc`, `cn_patent` …
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The key of the scheme's name among the texts.
  public String textKey() {
    return "facts.scheme." + key();
  }

  /// The scheme of that key.
  public static Optional<IdentifierScheme> find(String key) {
    return Arrays.stream(values()).filter(scheme -> scheme.key().equals(key)).findFirst();
  }

  /// Checks `text` as a person typed or pasted it: full-width characters and blanks around it do
  /// not matter.
  public IdentifierCheck check(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (plain.isEmpty()) {
      return IdentifierCheck.fault(IdentifierFault.EMPTY, "", "");
    }
    return switch (this) {
      case USCC -> UnifiedSocialCreditCode.check(plain);
      case ROR -> RorId.check(plain);
      case ORCID -> OrcidId.check(plain);
      case DOI -> Doi.check(plain);
      case CN_PATENT -> ChinesePatentNumber.check(plain);
      case PATENT_PUBLICATION -> PatentPublicationNumber.check(plain);
      case IPC -> IpcSymbol.check(plain);
      case INDUSTRY -> IndustryClass.check(plain);
      case COUNTRY -> CountryCode.check(plain);
      case EMAIL -> EmailAddress.check(plain);
      case URL -> WebAddress.check(plain);
    };
  }

  /// A made-up number with the check character that fits it, for examples.
  ///
  /// @throws IllegalArgumentException for a scheme whose check is no single character at the end
  public String withCheck(String body) {
    return switch (this) {
      case USCC -> body + UnifiedSocialCreditCode.checkCharacter(body);
      case CN_PATENT -> body + "." + ChinesePatentNumber.checkDigit(body);
      case ROR, ORCID, DOI, PATENT_PUBLICATION, IPC, INDUSTRY, COUNTRY, EMAIL, URL ->
          throw new IllegalArgumentException(key() + " has no check character to add");
    };
  }

  /// The page where the public register shows `normalised`, where there is one.
  public Optional<String> findPage(String normalised) {
    return switch (this) {
      case ROR -> Optional.of("https://ror.org/" + normalised);
      case ORCID -> Optional.of("https://orcid.org/" + normalised);
      case DOI -> Optional.of("https://doi.org/" + normalised);
      case URL -> Optional.of(normalised);
      case USCC, CN_PATENT, PATENT_PUBLICATION, IPC, INDUSTRY, COUNTRY, EMAIL -> Optional.empty();
    };
  }
}
