package org.ronghe.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeTest {
  @Test
  void startsAnswersAndStops() throws IOException, InterruptedException {
    try (var database = TestDatabase.fresh();
        var node = Node.start(database.settings(), Map.of("server.port", 0));
        var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + node.port() + "/actuator/health/readiness"));
      var answer = client.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("UP");
    }
  }
}
