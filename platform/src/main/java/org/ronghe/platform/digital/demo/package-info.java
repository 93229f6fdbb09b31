/// Assessments that are made up, for the demo.
@NullMarked
@NamedInterface("demo")
package org.ronghe.platform.digital.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
