package org.ronghe.match.vector;

/// A sentence model that is on the class path: what it is called, where its two files are and how
/// it wants to be used. Its vector of a text is that of `[CLS]`, the first word piece.
///
/// @param id name with version and quantisation; indexes remember it
/// @param network resource with the ONNX graph
/// @param tokenizer resource with `tokenizer.json`
/// @param dimension length of a vector
/// @param mostPieces texts are cut there, `[CLS]` and `[SEP]` included
public record EncoderModel(
    String id, String network, String tokenizer, int dimension, int mostPieces) {
  /// BAAI/bge-small-zh-v1.5, int8, MIT. 512 numbers, 4 layers.
  public static EncoderModel chinese() {
    return new EncoderModel(
        "bge-small-zh-v1.5-q",
        "/bge-small-zh-v1.5-q.onnx",
        "/bge-small-zh-v1.5-q-tokenizer.json",
        512,
        512);
  }

  /// BAAI/bge-small-en-v1.5, int8, MIT. 384 numbers, 12 layers.
  public static EncoderModel english() {
    return new EncoderModel(
        "bge-small-en-v1.5-q",
        "/bge-small-en-v1.5-q.onnx",
        "/bge-small-en-v1.5-q-tokenizer.json",
        384,
        512);
  }
}
