/// Places of innovation of the invented city.
@NullMarked
package org.ronghe.platform.directory.demo;

import org.jspecify.annotations.NullMarked;
