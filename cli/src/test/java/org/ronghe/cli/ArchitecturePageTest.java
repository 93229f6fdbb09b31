package org.ronghe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ronghe.testkit.Project;

class ArchitecturePageTest {
  private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
  private static final Pattern PACKAGE = Pattern.compile("org\\.ronghe(\\.[a-z0-9]+)+");
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]+");

  private final List<String> named =
      NAMED
          .matcher(Project.read(Project.root().resolve("docs/architecture.md")))
          .results()
          .map((MatchResult match) -> match.group(1))
          .distinct()
          .toList();
  private final List<Path> sources = Project.files(".java");

  @Test
  void everythingTheMapNamesExists() {
    assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(exists(name)).as(name).isTrue());
  }

  @Test
  void everyPackageOfTheEngineIsOnTheMap() {
    var packages =
        sources.stream()
            .filter(file -> file.endsWith("package-info.java"))
            .map(Path::toString)
            .filter(file -> file.contains("atlas/src/main/java/org/ronghe/atlas/"))
            .map(file -> file.replaceAll(".*/src/main/java/(.*)/package-info.java", "$1"))
            .map(folder -> folder.replace('/', '.'))
            .filter(name -> !name.equals("org.ronghe.atlas"))
            .collect(Collectors.toSet());
    assertThat(packages)
        .allSatisfy(name ->
            assertThat(named.contains(name) || named.contains(parent(name)))
                .as("%s or its parent is named in docs/architecture.md", name)
                .isTrue());
  }

  private boolean exists(String name) {
    if (PACKAGE.matcher(name).matches()) {
      String folder = "java/" + name.replace('.', '/') + "/package-info.java";
      return sources.stream().anyMatch(file -> file.endsWith(Path.of(folder)));
    }
    if (TYPE.matcher(name).matches()) {
      return sources.stream().anyMatch(file -> file.endsWith(name + ".java"));
    }
    boolean room = name.equals("source") || name.equals("locate") || name.equals("cluster");
    return Files.exists(
        room
            ? Project.root().resolve("atlas/src/main/java/org/ronghe/atlas").resolve(name)
            : Project.root().resolve(name));
  }

  private static String parent(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
