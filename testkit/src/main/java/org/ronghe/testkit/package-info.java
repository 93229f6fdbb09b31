/// What the tests of every module share: where the project and the shared records are, and the
/// rules of its architecture, its format and its documents.
@NullMarked
package org.ronghe.testkit;

import org.jspecify.annotations.NullMarked;
