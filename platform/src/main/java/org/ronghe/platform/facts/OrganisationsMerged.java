package org.ronghe.platform.facts;

/// Two organisations are read as one from now on, or no longer. Published in the transaction that
/// does it.
///
/// @param undone whether a merge was taken back
public record OrganisationsMerged(long merged, long survivor, boolean undone) {}
