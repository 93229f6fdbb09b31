package org.ronghe.platform.search;

/// One name of something that can be found.
///
/// @param text as written
/// @param language ISO 639-1 code, or empty where unknown
/// @param main whether it is what the thing is called, rather than an earlier or other name
public record SearchName(String text, String language, boolean main) {}
