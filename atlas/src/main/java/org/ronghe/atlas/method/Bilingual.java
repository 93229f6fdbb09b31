package org.ronghe.atlas.method;

/// The same text in both languages.
public record Bilingual(String english, String chinese) {}
