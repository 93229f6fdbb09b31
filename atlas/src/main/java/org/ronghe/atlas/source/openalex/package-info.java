/// OpenAlex works as records, in both generations of their schema.
@NullMarked
package org.ronghe.atlas.source.openalex;

import org.jspecify.annotations.NullMarked;
