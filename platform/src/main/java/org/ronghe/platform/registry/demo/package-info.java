/// Achievements that are made up, for the demo. Every name says so, and numbers begin with 990,
/// which no department has.
@NullMarked
@NamedInterface("demo")
package org.ronghe.platform.registry.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
