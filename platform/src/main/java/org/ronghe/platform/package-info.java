/// The node: what a city, a region or a university alliance runs. One package per feature.
@NullMarked
package org.ronghe.platform;

import org.jspecify.annotations.NullMarked;
