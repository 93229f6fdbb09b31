@NullMarked
package org.ronghe.platform.facts.demo;

import org.jspecify.annotations.NullMarked;
