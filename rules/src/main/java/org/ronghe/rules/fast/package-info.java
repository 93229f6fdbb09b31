/// Answers for very many firms: facts in columns, rulebooks compiled to trees over primitive
/// arrays.
@NullMarked
package org.ronghe.rules.fast;

import org.jspecify.annotations.NullMarked;
