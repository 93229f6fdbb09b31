/// A node to look around in: an invented city, a ranking, and somebody for every role.
@NullMarked
package org.ronghe.platform.demo;

import org.jspecify.annotations.NullMarked;
