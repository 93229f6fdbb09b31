/// Files of documents, queries and judgements, in the forms people have them in.
@NullMarked
package org.ronghe.match.source;

import org.jspecify.annotations.NullMarked;
