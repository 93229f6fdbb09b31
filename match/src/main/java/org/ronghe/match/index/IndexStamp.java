package org.ronghe.match.index;

import java.util.Map;
import org.ronghe.match.text.GramAnalyzer;
import org.ronghe.match.vector.Encoders;

/// By what an index was made. Where one of these changed, the index must be made anew.
///
/// @param analyzer version of the terms and of how they are kept
/// @param chinese id of the model for Chinese texts
/// @param english id of the model for English ones
public record IndexStamp(String analyzer, String chinese, String english) {
  private static final String ANALYZER = "ronghe.analyzer";
  private static final String CHINESE = "ronghe.model.chinese";
  private static final String ENGLISH = "ronghe.model.english";

  /// What an index made now would say.
  static IndexStamp of(Encoders encoders) {
    return new IndexStamp(
        GramAnalyzer.VERSION + " " + CountedTerms.VERSION,
        encoders.chinese().id(),
        encoders.english().id());
  }

  static IndexStamp read(Map<String, String> commit) {
    return new IndexStamp(
        commit.getOrDefault(ANALYZER, ""),
        commit.getOrDefault(CHINESE, ""),
        commit.getOrDefault(ENGLISH, ""));
  }

  void write(Map<String, String> commit) {
    commit.put(ANALYZER, analyzer);
    commit.put(CHINESE, chinese);
    commit.put(ENGLISH, english);
  }
}
