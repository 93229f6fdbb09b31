/// Places of innovation of the invented city.
@NullMarked
@NamedInterface("demo")
package org.ronghe.platform.directory.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
