/// What an operator does with a node: save it, bring it back, find out what is wrong with it.
@NullMarked
package org.ronghe.platform.operations;

import org.jspecify.annotations.NullMarked;
