package org.ronghe.platform.exchange;

/// What is wrong with a cell.
///
/// @param line in the file, from 1
/// @param column its key; empty where it is with the whole row
/// @param value what stands there
/// @param words a text's key and values with U+001F between
public record ImportFault(long line, String column, String value, String words) {}
