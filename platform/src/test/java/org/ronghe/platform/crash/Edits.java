package org.ronghe.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.Migrations;

/// What somebody enters through a node's API, and what of it was acknowledged.
final class Edits {
  private static final int FACTS = 150;
  private static final int FIRST_YEAR = 1900;

  private final ApiClient api;
  private final Map<Long, Integer> homepages = new ConcurrentHashMap<>();
  private final Map<Long, Boolean> bulks = new ConcurrentHashMap<>();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicReference<@Nullable AssertionError> broken = new AtomicReference<>();

  Edits(ApiClient api) {
    this.api = api;
  }

  long acknowledged() {
    return acknowledged.get();
  }

  /// Requests that were answered with trouble, or not at all.
  long refused() {
    return refused.get();
  }

  /// Works until interrupted: makes organisations, changes them, enters facts in bulk.
  void work(Random random) {
    var own = new ArrayList<Long>();
    for (int n = 1; !Thread.currentThread().isInterrupted(); n++) {
      try {
        int choice = own.isEmpty() ? 0 : random.nextInt(10);
        if (choice < 2) {
          make(random, own);
        } else if (choice < 9) {
          change(own.get(random.nextInt(own.size())), n);
        } else {
          enter(own.get(random.nextInt(own.size())));
        }
      } catch (IOException e) {
        refused.incrementAndGet();
        if (!rest()) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      } catch (AssertionError e) {
        broken.set(e);
        return;
      }
    }
  }

  private static boolean rest() {
    try {
      Thread.sleep(50);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void make(Random random, List<Long> own) throws IOException, InterruptedException {
    String name = "企业 " + Long.toHexString(random.nextLong());
    HttpResponse<String> answer =
        api.send(
            "POST",
            "/api/v1/organisations",
            "{\"name\":{\"zh\":\"%s\",\"en\":\"\"},\"kind\":\"enterprise\"}".formatted(name));
    if (took(answer)) {
      long id = ApiClient.json(answer).get("id").asLong();
      homepages.put(id, 0);
      own.add(id);
    }
  }

  private void change(long id, int n) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        api.send(
            "PUT",
            "/api/v1/organisations/" + id,
            "{\"name\":{\"zh\":\"x\",\"en\":\"\"},\"kind\":\"enterprise\",\"homepage\":\"https://example.org/%d\"}"
                .formatted(n));
    if (took(answer)) {
      homepages.put(id, n);
    }
  }

  /// Each organisation gets its facts once.
  private void enter(long id) throws IOException, InterruptedException {
    if (bulks.putIfAbsent(id, false) != null) {
      return;
    }
    String facts =
        IntStream.range(FIRST_YEAR, FIRST_YEAR + FACTS)
            .mapToObj(year ->
                "{\"subject\":%d,\"attribute\":\"sales_revenue\",\"value\":\"%d\",\"valid\":{\"from\":\"%d-01-01\",\"to\":\"%d-01-01\"}}"
                    .formatted(id, year, year, year + 1))
            .collect(Collectors.joining(",", "[", "]"));
    HttpResponse<String> answer = api.send("POST", "/api/v1/facts/bulk", facts);
    if (took(answer)) {
      assertThat(ApiClient.json(answer).get("entered").size()).as(answer.body()).isEqualTo(FACTS);
      bulks.put(id, true);
    }
  }

  /// A refusal has to be one that says to come back later; anything else is a failure of the test.
  private boolean took(HttpResponse<String> answer) throws InterruptedException {
    if (answer.statusCode() / 100 == 2) {
      acknowledged.incrementAndGet();
      return true;
    }
    refused.incrementAndGet();
    if (answer.statusCode() < 500) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    Thread.sleep(50);
    return false;
  }

  /// Holds what was acknowledged against the database.
  void check(DatabaseSettings settings) throws SQLException {
    AssertionError told = broken.get();
    if (told != null) {
      throw told;
    }
    try (Connection connection = settings.connectAsOwner();
        Statement statement = connection.createStatement()) {
      connection.setSchema(Migrations.SCHEMA);
      assertThat(AuditChain.check(connection, null)).isInstanceOf(AuditChain.Whole.class);
      var missing = new ConcurrentHashMap<>(homepages);
      try (var rows =
          statement.executeQuery(
              "SELECT id, coalesce(nullif(split_part(homepage, '/', 4), ''), '0')::integer FROM"
                  + " organisation")) {
        while (rows.next()) {
          int there = rows.getInt(2);
          missing.computeIfPresent(rows.getLong(1), (_, said) -> there >= said ? null : said);
        }
      }
      assertThat(missing).as("acknowledged and not there, or an older state is").isEmpty();
      var facts = new ConcurrentHashMap<Long, Integer>();
      try (var rows =
          statement.executeQuery(
              "SELECT f.subject, count(*) FROM fact f JOIN attribute a ON a.id = f.attribute WHERE"
                  + " a.key = 'sales_revenue' GROUP BY f.subject")) {
        while (rows.next()) {
          facts.put(rows.getLong(1), rows.getInt(2));
        }
      }
      assertThat(facts.values()).as("a bulk write that is half there").allMatch(n -> n == FACTS);
      bulks.forEach((id, said) -> {
        if (said) {
          assertThat(facts).as("acknowledged and not there").containsKey(id);
        }
      });
    }
  }
}
