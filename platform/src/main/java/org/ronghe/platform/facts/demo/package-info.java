/// Organisations, people and works that are made up: for the demo and for load tests. Nothing here
/// is about anybody: names say so, and numbers lie in ranges that no register gives out.
@NullMarked
@NamedInterface("demo")
package org.ronghe.platform.facts.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
