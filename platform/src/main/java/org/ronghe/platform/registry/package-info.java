/// The registry of achievements: the official form, its states and versions, decisions with
/// reasons, and the catalogue of what holders made public.
@NullMarked
package org.ronghe.platform.registry;

import org.jspecify.annotations.NullMarked;
