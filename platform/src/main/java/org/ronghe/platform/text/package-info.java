/// Every word a user reads, in English and Chinese.
@NullMarked
package org.ronghe.platform.text;

import org.jspecify.annotations.NullMarked;
