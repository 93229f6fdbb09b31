/// How assessments are stored, judged and shown.
@NullMarked
package org.ronghe.platform.digital.internal;

import org.jspecify.annotations.NullMarked;
