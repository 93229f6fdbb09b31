/// Answer sheets that were copied from one another, or filled in at random. Stands alone: it knows
/// questions by number of answers, and nothing of rulebooks.
@NullMarked
package org.ronghe.rules.sheet;

import org.jspecify.annotations.NullMarked;
