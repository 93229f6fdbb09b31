package org.ronghe.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// The house's rules of architecture as tests. Each module's `ArchitectureTest` calls one of
/// [#checkSphere], [#checkEngine], [#checkEdge].
public final class ArchitectureRules {
  private static final int MOST_COMPONENTS = 8;

  private ArchitectureRules() {}

  /// `sphere` stands on the JDK alone, and keeps every rule of an engine.
  public static void checkSphere() {
    checkEngine("org.ronghe.sphere");
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.ronghe.sphere..", "org.jspecify.annotations..")
        .because("anyone can take sphere without taking anything else")
        .check(shipped("org.ronghe.sphere"));
  }

  /// An engine knows no framework, network or database, does not talk to the terminal, and keeps
  /// the rules of all shipped code.
  public static void checkEngine(String rootPackage) {
    JavaClasses engine = shipped(rootPackage);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "jakarta.servlet..",
            "java.net.http..",
            "com.sun.net.httpserver..",
            "java.sql..",
            "javax.sql..",
            "picocli..",
            "org.ronghe.cli..")
        .because("engines are used from a command, a server and a notebook alike")
        .check(engine);
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(engine);
    noClasses()
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .because("only an edge may end the process")
        .check(engine);
    checkShipped(rootPackage, engine);
  }

  /// An edge, such as the command line, may talk to the terminal; all else holds.
  public static void checkEdge(String rootPackage) {
    checkShipped(rootPackage, shipped(rootPackage));
  }

  private static void checkShipped(String rootPackage, JavaClasses all) {
    slices()
        .matching(rootPackage + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(all);
    for (ArchRule rule : ofShippedCode()) {
      rule.allowEmptyShould(true).check(all);
    }
  }

  private static List<ArchRule> ofShippedCode() {
    return List.of(
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
        noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info)")
            .because("such a name does not say what the class is"),
        noClasses()
            .should()
            .callMethodWhere(
                DescribedPredicate.describe(
                    "printStackTrace", call -> call.getName().equals("printStackTrace")))
            .because("users get a sentence, logs get the exception"),
        classes()
            .that(DescribedPredicate.describe("are records", JavaClass::isRecord))
            .should(haveFewPlainComponents()),
        classes().should(liveInNullMarkedPackages()),
        fields()
            .that()
            .areStatic()
            .and(DescribedPredicate.describe("are written by hand", ArchitectureRules::byHand))
            .should()
            .beFinal()
            .because("static state that changes makes tests depend on their order"));
  }

  private static boolean byHand(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static ArchCondition<JavaClass> haveFewPlainComponents() {
    return new ArchCondition<>(
        "have at most " + MOST_COMPONENTS + " components, none of them an array") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        List<JavaField> components =
            type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .toList();
        if (components.size() > MOST_COMPONENTS) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " has " + components.size() + " components"));
        }
        for (JavaField component : components) {
          if (component.getRawType().isArray()) {
            events.add(
                SimpleConditionEvent.violated(
                    type, component.getFullName() + " is an array in a record"));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> liveInNullMarkedPackages() {
    return new ArchCondition<>("live in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getPackageName() + " is not @NullMarked (" + type.getName() + ")"));
        }
      }
    };
  }

  /// The module's own classes without tests and without generated templates.
  private static JavaClasses shipped(String rootPackage) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location ->
            !location.matches(
                java.util.regex.Pattern.compile(".*/Jte\\w+Generated(\\$\\w+)*\\.class")))
        .importPackages(rootPackage);
  }
}
