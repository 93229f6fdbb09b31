/// How files are read, checked, taken and taken back.
@NullMarked
package org.ronghe.platform.exchange.internal;

import org.jspecify.annotations.NullMarked;
