/// Documents in a Lucene index that knows its models and how far it has come.
@NullMarked
package org.ronghe.match.index;

import org.jspecify.annotations.NullMarked;
