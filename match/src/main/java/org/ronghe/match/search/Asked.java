package org.ronghe.match.search;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.bridge.Translation;
import org.ronghe.match.text.Tongue;

/// A query made ready: its words, its meaning in each language that answers, and where to look.
///
/// @param tongue the language that is asked in
/// @param weighted its words
/// @param toFind the heaviest of them, to find candidates with
/// @param words all of them, to score with
/// @param meanings by the language of answers
/// @param translation into the other language; null if nothing answers in that
/// @param candidates where to look
/// @param found Lucene numbers of what words and meaning bring up there, ascending
record Asked(
    Tongue tongue,
    WeightedTerms weighted,
    Query toFind,
    BooleanQuery words,
    Map<Tongue, Meaning> meanings,
    @Nullable Translation translation,
    Candidates candidates,
    List<Integer> found) {}
