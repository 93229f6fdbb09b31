/// Generators of data, benchmarks of the engines, and the peers they are measured against. Never
/// shipped: some of the peers carry licences that must not reach the product.
@NullMarked
package org.ronghe.benchmarks;

import org.jspecify.annotations.NullMarked;
