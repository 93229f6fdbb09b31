package org.ronghe.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class NodeTest {
  @Test
  void startsAnswersAndStops() throws IOException, InterruptedException {
    try (var database = TestDatabase.fresh();
        var node = TestNode.start(database);
        var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(node.at("/actuator/health/readiness"));
      var answer = client.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("UP");
    }
  }
}
