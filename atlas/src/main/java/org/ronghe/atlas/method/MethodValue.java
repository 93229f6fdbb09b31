package org.ronghe.atlas.method;

/// One value of a method as a reader of the report sees it.
///
/// @param name its path in the method file, such as `cluster.radius-km`
/// @param value as printed
/// @param source where it is stated; empty when nowhere
/// @param unconfirmed true if no text we hold states it
public record MethodValue(String name, String value, String source, boolean unconfirmed) {}
