/// Also a named interface here: the package's annotations are read from the first class path entry
/// that has any, which in tests is this one.
@NullMarked
@NamedInterface("demo")
package org.ronghe.platform.facts.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
