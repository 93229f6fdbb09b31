package org.ronghe.platform.search;

/// How the index is doing.
///
/// @param documents how many can be found
/// @param complete whether everything can be found, be it in an older state
/// @param building whether the whole index is being built
/// @param problem what keeps it from following the database; empty if nothing does
public record SearchHealth(int documents, boolean complete, boolean building, String problem) {}
