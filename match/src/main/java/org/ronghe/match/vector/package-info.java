/// Sentence vectors: text to word pieces to ONNX Runtime to a unit vector.
@NullMarked
package org.ronghe.match.vector;

import org.jspecify.annotations.NullMarked;
