package org.ronghe.match.evaluate;

/// How to measure.
///
/// @param gain what a level is worth in `ndcg@10`
/// @param relevantFrom the least level that counts as relevant
/// @param judgedOnly whether each query only orders the documents that were judged for it, instead
///   of searching all
/// @param depth how many documents each query finds, at least 100
/// @param queryNames how judgements name queries
/// @param judgementsName the file of the judgements, for messages
/// @param decisions whether pairs to learn from are wanted
public record EvaluationRequest(
    Gain gain,
    int relevantFrom,
    boolean judgedOnly,
    int depth,
    QueryNames queryNames,
    String judgementsName,
    boolean decisions) {}
