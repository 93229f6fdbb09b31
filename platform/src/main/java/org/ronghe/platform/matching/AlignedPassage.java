package org.ronghe.platform.matching;

/// A passage of one text and what stands for it in another.
public record AlignedPassage(String one, String other) {}
