/// From an affiliation or a firm's name to an organisation, or to no answer.
@NullMarked
package org.ronghe.match.organisation;

import org.jspecify.annotations.NullMarked;
