package org.ronghe.match.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FirstPieceNetworkTest {
  private static final long[][] PIECES = {{101, 1045, 2293, 3899, 102}, {101, 4937, 102, 0, 0}};
  private static final long[][] MASK = {{1, 1, 1, 1, 1}, {1, 1, 1, 0, 0}};

  static List<EncoderModel> models() {
    return List.of(EncoderModel.chinese(), EncoderModel.english());
  }

  @ParameterizedTest
  @MethodSource("models")
  void givesTheFirstPieceOfTheWholeNetwork(EncoderModel model) throws IOException, OrtException {
    byte[] whole = network(model);
    float[][][] all = output(whole);
    float[][][] first = output(FirstPieceNetwork.of(whole));
    assertThat(all[0]).hasDimensions(PIECES[0].length, model.dimension());
    for (int text = 0; text < PIECES.length; text++) {
      assertThat(first[text]).hasDimensions(1, model.dimension());
      float alike =
          Vectors.dot(
              Vectors.normalized(first[text][0].clone()), Vectors.normalized(all[text][0].clone()));
      assertThat(alike).as("but for the scale of the quantised activations").isGreaterThan(0.99f);
      float another =
          Vectors.dot(
              Vectors.normalized(first[text][0].clone()),
              Vectors.normalized(all[1 - text][0].clone()));
      assertThat(another).isLessThan(alike - 0.02f);
    }
  }

  @Test
  void whatIsNoSuchGraphIsRefused() {
    assertThatThrownBy(() -> FirstPieceNetwork.of(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FirstPieceNetwork.of("no graph".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] network(EncoderModel model) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FirstPieceNetworkTest.class.getResourceAsStream(model.network()))) {
      return in.readAllBytes();
    }
  }

  private static float[][][] output(byte[] network) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var session = environment.createSession(network);
        var ids = OnnxTensor.createTensor(environment, PIECES);
        var mask = OnnxTensor.createTensor(environment, MASK);
        var types = OnnxTensor.createTensor(environment, new long[2][PIECES[0].length])) {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      inputs.put("input_ids", ids);
      inputs.put("attention_mask", mask);
      if (session.getInputNames().contains("token_type_ids")) {
        inputs.put("token_type_ids", types);
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return (float[][][]) result.get(FirstPieceNetwork.OUTPUT).orElseThrow().getValue();
      }
    }
  }
}
