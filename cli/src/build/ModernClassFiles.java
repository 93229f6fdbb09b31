import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// A step of the build: rewrites the class files of a jar that are older than Java 6, with the
/// stack maps that newer ones carry.
///
/// The JVM leaves classes that old out of its AOT cache, and picocli, compiled for Java 5, is most
/// of what `ronghe --help` runs (docs/decisions/0002-launcher.md has the figures).
///
/// Usage: `java ModernClassFiles.java JAR`
public final class ModernClassFiles {
  private static final int JAVA_6 = 50;
  private static final int JAVA_8 = 52;
  private static final int OFFSET_OF_MAJOR_VERSION = 7;

  private ModernClassFiles() {}

  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[0]);
    Path rewritten = path.resolveSibling(path.getFileName() + ".tmp");
    try (var jar = new JarFile(path.toFile());
        var out = new JarOutputStream(Files.newOutputStream(rewritten))) {
      ClassFile classes = classFile(jar);
      for (JarEntry entry : Collections.list(jar.entries())) {
        byte[] bytes = bytes(jar, entry);
        if (entry.getName().endsWith(".class") && bytes[OFFSET_OF_MAJOR_VERSION] < JAVA_6) {
          bytes = classes.transformClass(classes.parse(bytes), modern());
        }
        var copy = new JarEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        out.write(bytes);
        out.closeEntry();
      }
    }
    Files.move(rewritten, path, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Writes every method body anew, since one that is copied keeps its missing stack maps.
  private static ClassFile classFile(JarFile jar) {
    ClassHierarchyResolver inJar =
        ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> stream(jar, type));
    return ClassFile.of(
        ClassFile.ClassHierarchyResolverOption.of(
            inJar.orElse(ClassHierarchyResolver.defaultResolver())),
        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
        ClassFile.ConstantPoolSharingOption.NEW_POOL);
  }

  private static ClassTransform modern() {
    return ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
        .andThen((builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(JAVA_8, 0);
          } else {
            builder.with(element);
          }
        });
  }

  private static InputStream stream(JarFile jar, ClassDesc type) {
    String descriptor = type.descriptorString();
    JarEntry entry = jar.getJarEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
