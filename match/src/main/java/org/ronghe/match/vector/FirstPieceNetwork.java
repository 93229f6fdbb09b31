package org.ronghe.match.vector;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;

/// Networks of which only the first word piece's vector is wanted, as in models that pool by
/// `[CLS]`.
///
/// In the last layer the other pieces are needed as keys and values of attention, and for nothing
/// else: query, attention's output and the feed-forward part, ten twelfths of the layer's work, are
/// for them in vain. The graph (ONNX, a BERT as PyTorch exports and ONNX Runtime quantises it) is
/// cut there: the last layer's query and residual take the first piece alone.
final class FirstPieceNetwork {
  /// The output of such a graph: texts × pieces × dimension.
  static final String OUTPUT = "last_hidden_state";

  private static final String LAST_STEP = "output/LayerNorm";
  private static final String FIRST = "first_piece";
  private static final int PIECES_AXIS = 1;

  private FirstPieceNetwork() {}

  /// The same network with one piece of output a text instead of all.
  ///
  /// @throws IllegalArgumentException if it is not such a graph
  static byte[] of(byte[] network) {
    try {
      ModelProto model = ModelProto.parseFrom(network);
      GraphProto.Builder graph = model.getGraph().toBuilder();
      String layer = lastLayer(graph);
      takeFirst(graph, layer + "attention/self/query/MatMul_quant", 0);
      takeFirst(graph, layer + "attention/output/Add", 1);
      graph.addInitializer(
          TensorProto.newBuilder()
              .setName(FIRST)
              .setDataType(TensorProto.DataType.INT64.getNumber())
              .addDims(1)
              .addInt64Data(0));
      graph.getOutputBuilder(0).getTypeBuilder().getTensorTypeBuilder().clearShape();
      return model.toBuilder().setGraph(graph).build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not an ONNX graph", e);
    }
  }

  /// How names of nodes of the last layer begin.
  private static String lastLayer(GraphProto.Builder graph) {
    return graph.getNodeList().stream()
        .filter(node -> node.getOutputList().contains(OUTPUT))
        .map(NodeProto::getName)
        .filter(name -> name.contains(LAST_STEP))
        .map(name -> name.substring(0, name.indexOf(LAST_STEP)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the graph has no " + OUTPUT));
  }

  /// Puts a selection of the first piece before one input of a node.
  private static void takeFirst(GraphProto.Builder graph, String name, int input) {
    NodeProto node = node(graph, name);
    int at = graph.getNodeList().indexOf(node);
    String all = node.getInput(input);
    String first = all + "/" + FIRST;
    graph.setNode(at, node.toBuilder().setInput(input, first));
    graph.addNode(
        at,
        NodeProto.newBuilder()
            .setOpType("Gather")
            .setName(first)
            .addInput(all)
            .addInput(FIRST)
            .addOutput(first)
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("axis")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(PIECES_AXIS)));
  }

  private static NodeProto node(GraphProto.Builder graph, String name) {
    return graph.getNodeList().stream()
        .filter(node -> node.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the graph has no node " + name));
  }
}
