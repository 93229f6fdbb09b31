package org.ronghe.platform.facts;

import org.ronghe.platform.facts.dictionary.FactValue;

/// A fact as work on the whole city reads it: what was said and for which days, without who entered
/// it and when.
///
/// @param subject whom it was entered about
/// @param attribute key in the dictionary
public record KnownFact(
    long id, long subject, String attribute, FactValue value, Validity valid, String source) {}
