package org.ronghe.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks that the links between the project's Markdown documents lead somewhere.
public final class MarkdownLinks {
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *(```|~~~).*?^ *\\1 *$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*#*\\s*$");
  private static final Pattern ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");
  private static final Pattern NOT_IN_SLUG = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_ -]");

  private MarkdownLinks() {}

  /// Every link of every document that leads nowhere, as `document: target`.
  public static List<String> broken() {
    var broken = new ArrayList<String>();
    for (Path document : Project.files(".md")) {
      for (String target : targets(Project.read(document))) {
        if (!leadsSomewhere(document, target)) {
          broken.add(Project.root().relativize(document) + ": " + target);
        }
      }
    }
    return broken;
  }

  /// The targets of all links and images of a Markdown text, those in code left out.
  static List<String> targets(String markdown) {
    String prose = CODE.matcher(FENCE.matcher(markdown).replaceAll("")).replaceAll("");
    return LINK.matcher(prose).results().map(match -> match.group(1)).toList();
  }

  /// The anchors a Markdown text offers: its headings as GitHub names them, and explicit ones.
  static Set<String> anchors(String markdown) {
    String prose = FENCE.matcher(markdown).replaceAll("");
    var anchors = new HashSet<String>();
    HEADING
        .matcher(prose)
        .results()
        .map(match -> slug(match.group(1)))
        .forEach(slug -> {
          String unique = slug;
          for (int i = 1; !anchors.add(unique); i++) {
            unique = slug + "-" + i;
          }
        });
    ANCHOR.matcher(prose).results().forEach(match -> anchors.add(match.group(1)));
    return anchors;
  }

  private static String slug(String heading) {
    return NOT_IN_SLUG.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
  }

  private static boolean leadsSomewhere(Path document, String target) {
    if (target.matches("[a-z][a-z0-9+.-]*:.*")) {
      return true; // a web address: tests ask nothing of the network
    }
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    Path file = path.isEmpty() ? document : document.resolveSibling(path).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    return hash < 0 || anchors(Project.read(file)).contains(target.substring(hash + 1));
  }
}
