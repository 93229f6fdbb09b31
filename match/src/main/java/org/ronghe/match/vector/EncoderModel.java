package org.ronghe.match.vector;

/// A sentence model that is on the class path: what it is called, where its two files are and how
/// it wants to be used.
///
/// @param id name with version and quantisation; indexes remember it
/// @param network resource with the ONNX graph
/// @param tokenizer resource with `tokenizer.json`
/// @param dimension length of a vector
/// @param pooling how the vectors of word pieces become one
/// @param mostPieces texts are cut there, `[CLS]` and `[SEP]` included
public record EncoderModel(
    String id, String network, String tokenizer, int dimension, Pooling pooling, int mostPieces) {

  /// How the vectors of word pieces become one.
  public enum Pooling {
    /// The vector of `[CLS]`.
    FIRST,
    /// The mean over all pieces.
    MEAN
  }

  /// BAAI/bge-small-zh-v1.5, int8, MIT. 512 numbers, 4 layers.
  public static EncoderModel chinese() {
    return new EncoderModel(
        "bge-small-zh-v1.5-q",
        "/bge-small-zh-v1.5-q.onnx",
        "/bge-small-zh-v1.5-q-tokenizer.json",
        512,
        Pooling.FIRST,
        512);
  }

  /// BAAI/bge-small-en-v1.5, int8, MIT. 384 numbers, 12 layers.
  public static EncoderModel english() {
    return new EncoderModel(
        "bge-small-en-v1.5-q",
        "/bge-small-en-v1.5-q.onnx",
        "/bge-small-en-v1.5-q-tokenizer.json",
        384,
        Pooling.FIRST,
        512);
  }
}
