package org.ronghe.match.vector;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Texts to unit vectors by one model, with ONNX Runtime driven directly.
///
/// Texts are sorted by length and packed into batches of about equally many word pieces, so that
/// hardly anything is padded; on short texts that costs a third of one call a text. One session
/// serves all threads, each call computes on the thread that makes it: parallelism is the caller's.
/// The quantised models choose the scale of their activations by batch, so a text's vector depends
/// a little on the texts encoded with it: the same list gives the same bits.
public final class SentenceEncoder implements TextEncoder {
  /// Word pieces in a batch, padding included: enough to fill the kernels, small enough for the
  /// second-level cache. Of 128 to 8192, measured, this gave a third more texts than 2048.
  private static final int PIECES_IN_BATCH = 512;

  private static final int TEXTS_IN_BATCH = 64;

  private final EncoderModel model;
  private final WordPieces pieces;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final boolean takesTypes;

  private SentenceEncoder(EncoderModel model, WordPieces pieces, byte[] network, int threads) {
    this.model = model;
    this.pieces = pieces;
    this.environment = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      this.session = ModelWork.during(() -> environment.createSession(network, options));
      this.takesTypes = session.getInputNames().contains("token_type_ids");
    } catch (OrtException e) {
      throw new IllegalStateException("model " + model.id() + " cannot be opened", e);
    }
  }

  /// Opens a model of the class path that computes on the caller's thread.
  public static SentenceEncoder open(EncoderModel model) {
    return open(model, 1);
  }

  /// Opens a model of the class path.
  ///
  /// @param threads threads that share the work of one call
  public static SentenceEncoder open(EncoderModel model, int threads) {
    try (InputStream in = SentenceEncoder.class.getResourceAsStream(model.network())) {
      if (in == null) {
        throw new IllegalStateException("no resource " + model.network());
      }
      return new SentenceEncoder(
          model,
          WordPieces.ofResource(model.tokenizer()),
          FirstPieceNetwork.of(in.readAllBytes()),
          threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String id() {
    return model.id();
  }

  @Override
  public int dimension() {
    return model.dimension();
  }

  @Override
  public float[][] vectors(List<String> texts) {
    int[][] encoded =
        texts.stream().map(text -> pieces.encode(text, model.mostPieces())).toArray(int[][]::new);
    Integer[] byLength =
        IntStream.range(0, encoded.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> encoded[i].length))
            .toArray(Integer[]::new);
    float[][] vectors = new float[encoded.length][];
    for (int from = 0; from < byLength.length; ) {
      int to = from + 1;
      while (to < byLength.length
          && to - from < TEXTS_IN_BATCH
          && (to - from + 1) * encoded[byLength[to]].length <= PIECES_IN_BATCH) {
        to++;
      }
      run(encoded, byLength, from, to, vectors);
      from = to;
    }
    return vectors;
  }

  private void run(int[][] encoded, Integer[] order, int from, int to, float[][] vectors) {
    int rows = to - from;
    int width = encoded[order[to - 1]].length;
    long[] ids = new long[rows * width];
    long[] mask = new long[rows * width];
    for (int row = 0; row < rows; row++) {
      int[] numbers = encoded[order[from + row]];
      for (int i = 0; i < numbers.length; i++) {
        ids[row * width + i] = numbers[i];
        mask[row * width + i] = 1;
      }
    }
    long[] shape = {rows, width};
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor typeTensor =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[rows * width]), shape)) {
      Map<String, OnnxTensor> inputs =
          takesTypes
              ? Map.of(
                  "input_ids", idTensor,
                  "attention_mask", maskTensor,
                  "token_type_ids", typeTensor)
              : Map.of("input_ids", idTensor, "attention_mask", maskTensor);
      try (OrtSession.Result result =
          ModelWork.during(() -> session.run(inputs, Set.of(FirstPieceNetwork.OUTPUT)))) {
        FloatBuffer hidden = ((OnnxTensor) result.get(0)).getFloatBuffer();
        for (int row = 0; row < rows; row++) {
          float[] vector = new float[model.dimension()];
          hidden.get(row * vector.length, vector);
          vectors[order[from + row]] = Vectors.normalized(vector);
        }
      }
    } catch (OrtException e) {
      throw new IllegalStateException(
          "model " + model.id() + " failed on " + rows + " texts of " + width + " pieces", e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("model " + model.id() + " cannot be closed", e);
    }
  }
}
