package org.ronghe.atlas.source.input;

/// A file that was read to its end.
///
/// @param file which
/// @param sha256 SHA-256 of the file as it is on disk, 64 lower-case hexadecimal digits; empty if
///   none was asked for
public record InputRead(InputFile file, String sha256) {}
