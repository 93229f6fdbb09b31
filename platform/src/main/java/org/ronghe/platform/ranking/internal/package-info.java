/// Reading of result folders, the tables, the story, pages and API.
@NullMarked
package org.ronghe.platform.ranking.internal;

import org.jspecify.annotations.NullMarked;
