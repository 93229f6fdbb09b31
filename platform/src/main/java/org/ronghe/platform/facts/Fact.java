package org.ronghe.platform.facts;

import org.ronghe.platform.facts.dictionary.FactValue;

/// Something known about a subject.
///
/// @param id of this record of it; a correction has an id of its own
/// @param subject whom it was entered about, which after a merge may not be whom it is read of
/// @param attribute key in the dictionary
/// @param item tells apart values of one attribute that hold at once; 0 where only one can
/// @param valid when it holds in the world
/// @param recorded when the node takes it to be so
public record Fact(
    long id,
    long subject,
    String attribute,
    int item,
    FactValue value,
    Validity valid,
    Recorded recorded,
    Provenance provenance) {}
