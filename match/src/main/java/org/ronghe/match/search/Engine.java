package org.ronghe.match.search;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.LockObtainFailedException;
import org.ronghe.match.bridge.BilingualDictionary;
import org.ronghe.match.bridge.Bridge;
import org.ronghe.match.index.MatchIndex;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;
import org.ronghe.match.text.GramAnalyzer;
import org.ronghe.match.text.TermReader;
import org.ronghe.match.vector.Encoders;

/// The parts of the engine put together: models, dictionary, matcher. Open one for a process; safe
/// for threads.
public final class Engine implements AutoCloseable {
  private final Encoders encoders;
  private final TermReader terms;
  private final Bridge bridge;
  private final Matcher matcher;
  private final int threads;

  /// @param encoders sentence models; closed with the engine
  /// @param dictionary Chinese and English
  /// @param threads threads that make vectors of many texts
  public Engine(Encoders encoders, BilingualDictionary dictionary, int threads) {
    this.encoders = encoders;
    this.terms = new TermReader(new GramAnalyzer());
    this.bridge = new Bridge(dictionary, terms);
    this.matcher = new Matcher(encoders, terms, bridge);
    this.threads = threads;
  }

  /// The engine with the models and the dictionary that come along.
  ///
  /// @throws MatchProblem MODELS_UNUSABLE where the models cannot run on this system
  public static Engine open(int threads) {
    try {
      return new Engine(Encoders.open(), BilingualDictionary.load(), threads);
    } catch (LinkageError e) {
      throw new MatchProblem(MatchCode.MODELS_UNUSABLE, String.valueOf(e.getMessage()));
    }
  }

  /// Opens the index in a folder, or makes an empty one there.
  ///
  /// @throws MatchProblem INDEX_IN_USE while another process writes it
  public MatchIndex index(Path folder) throws IOException {
    try {
      return MatchIndex.open(folder, encoders, threads);
    } catch (LockObtainFailedException e) {
      throw new MatchProblem(MatchCode.INDEX_IN_USE, folder);
    }
  }

  public Matcher matcher() {
    return matcher;
  }

  public Encoders encoders() {
    return encoders;
  }

  public TermReader terms() {
    return terms;
  }

  public Bridge bridge() {
    return bridge;
  }

  public int threads() {
    return threads;
  }

  @Override
  public void close() {
    encoders.close();
  }
}
