package org.ronghe.platform.facts.internal;

import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Merge;

/// A merge with the names of both sides.
public record MergeView(
    Merge merge, @Nullable SubjectHead merged, @Nullable SubjectHead survivor) {}
