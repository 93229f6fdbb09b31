package org.ronghe.match.search;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.text.Tongue;

/// A query made ready: its words, its meaning in each language that answers, and where to look.
///
/// @param tongue the language that is asked in
/// @param mostWords the greatest score that words could give
/// @param toFind the heaviest of its words, to find candidates with
/// @param meanings by the language of answers
/// @param explained the query ready for reasons; null if none are asked for
/// @param candidates where to look
/// @param looked what is known of documents there
/// @param found Lucene numbers of what words and meaning bring up there, ascending
record Asked(
    Tongue tongue,
    double mostWords,
    Query toFind,
    Map<Tongue, Meaning> meanings,
    Explainer.@Nullable Asking explained,
    Candidates candidates,
    Looked looked,
    List<Integer> found) {}
