/// Third room: located contributions become clusters with a name, an outline and a population.
@NullMarked
package org.ronghe.atlas.cluster;

import org.jspecify.annotations.NullMarked;
