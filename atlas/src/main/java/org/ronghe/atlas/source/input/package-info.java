/// Files as the user names them, whatever they are packed in, cut into blocks of whole lines and
/// handed to parsers on several threads, while results come back in the order of the files.
@NullMarked
package org.ronghe.atlas.source.input;

import org.jspecify.annotations.NullMarked;
