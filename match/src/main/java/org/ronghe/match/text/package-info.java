/// What a text is made of for searching: Chinese characters and pairs of them, English stems.
@NullMarked
package org.ronghe.match.text;

import org.jspecify.annotations.NullMarked;
