/// The digital level of firms: the questionnaire of 2024 with evidence for each answer, before and
/// after the upgrade, held against a second assessor's answers and settled by a person.
@NullMarked
package org.ronghe.platform.digital;

import org.jspecify.annotations.NullMarked;
