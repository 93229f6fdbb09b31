package org.ronghe.platform.rulebooks.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.link.Program.LinkedTitle;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.Problems;
import org.ronghe.rules.source.Tree;
import org.ronghe.rules.source.Words;
import org.ronghe.rules.source.YamlText;

/// A title that firms can get.
public record FirmTitle(TitleKey key, Program program, LinkedTitle title) {
  /// Those of a library, in its order.
  ///
  /// @param ofFirms whether a rulebook, by its id, is about firms
  static List<FirmTitle> of(Library library, Predicate<String> ofFirms) {
    var titles = new ArrayList<FirmTitle>();
    for (Program program : library.programs()) {
      if (ofFirms.test(program.id())) {
        for (LinkedTitle title : program.titles()) {
          titles.add(new FirmTitle(new TitleKey(program.id(), title.title().id()), program, title));
        }
      }
    }
    return titles;
  }

  /// Whether a rulebook's text is about organisations: what is said of works and people is judged
  /// elsewhere.
  static boolean isOfFirms(String text) {
    return YamlText.read("rulebook", text, new Problems()).orElse(null) instanceof Tree.Mapping map
        && !(map.find("subject").orElse(null) instanceof Tree.Scalar subject
            && !subject.text().equals("organisation"));
  }

  /// Its name: the title's, after the document's where one document has several.
  Words name() {
    Words document = program.rulebook().heading().title();
    Words own = title.title().name();
    boolean several = program.titles().size() > 1;
    return several && !own.isEmpty()
        ? new Words(document.zh() + "：" + own.zh(), document.en() + ": " + own.en())
        : document;
  }

  /// Its name in a language.
  String name(org.ronghe.platform.text.Language language) {
    return name().in(of(language));
  }

  static Language of(org.ronghe.platform.text.Language language) {
    return switch (language) {
      case CHINESE -> Language.CHINESE;
      case ENGLISH -> Language.ENGLISH;
    };
  }

  /// Whether it can be come for in that case on some day.
  boolean covers(CaseKind kind) {
    return title.validity().find(kind).isPresent();
  }
}
