/// Demo records, generated from published totals around real cities and scaled down.
@NullMarked
package org.ronghe.atlas.demo;

import org.jspecify.annotations.NullMarked;
