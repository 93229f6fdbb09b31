/// Tests of dictionary.
@NullMarked
package org.ronghe.platform.facts.dictionary;

import org.jspecify.annotations.NullMarked;
