/// First steps for every role, told on pages and in the documents.
@NullMarked
package org.ronghe.platform.help;

import org.jspecify.annotations.NullMarked;
