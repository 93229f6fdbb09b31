package org.ronghe.platform.facts;

/// A fact that was not taken, and why.
///
/// @param row its place among those given, from 0
/// @param field what is wrong: subject, attribute, value, valid, evidence
/// @param textKey the key of the sentence that says why, whose `{0}` and `{1}` are found and expected
public record FactReject(int row, String field, String textKey, String found, String expected) {}
