package org.ronghe.platform.search.internal;

/// One Chinese character or one word of a text.
///
/// @param term folded: lower case, no accents, simplified characters
/// @param ideographic whether it is a single character of a script without spaces
/// @param start where it begins in the text as written
/// @param end where it ends there, exclusive
record Token(String term, boolean ideographic, int start, int end) {}
