package org.ronghe.platform.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Saying;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Does a POST to the API with an Idempotency-Key once, however often it is sent (after
/// draft-ietf-httpapi-idempotency-key-header): the same key with the same request gets the same
/// answer, with another request 422, and while the first is being worked on 409.
///
/// Answers of 500 and above are not kept: such a request may be tried again. Uploads and bodies
/// over a megabyte are told apart by their length alone.
@Component
@Order(20) // inside the security filters, which say who is asking
class IdempotencyFilter extends OncePerRequestFilter {
  private static final int MOST_BYTES = 1024 * 1024;
  private static final long TIDY_NANOS = 3_600_000_000_000L;

  private final IdempotencyTable table;
  private final HandlerExceptionResolver edge;
  private final AtomicLong tidied = new AtomicLong(System.nanoTime() - TIDY_NANOS);

  IdempotencyFilter(
      IdempotencyTable table,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver edge) {
    this.table = table;
    this.edge = edge;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().startsWith("/api/")
        || request.getHeader("Idempotency-Key") == null
        || Actors.current().account() == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      once(request, response, chain);
    } catch (NodeProblem problem) {
      edge.resolveException(request, response, null, problem);
    }
  }

  private void once(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader("Idempotency-Key");
    if (!key.matches("[\\x21-\\x7e]{1,200}")) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of("Idempotency-Key", "web.idempotency.key"));
    }
    tidy();
    long account = java.util.Objects.requireNonNull(Actors.current().account());
    HttpServletRequest kept = small(request) ? new KeptRequest(request, MOST_BYTES) : request;
    String line = request.getMethod() + " " + request.getRequestURI();
    String digest =
        kept instanceof KeptRequest body
            ? digest(body.bytes())
            : "length " + request.getContentLengthLong();
    if (!table.take(account, key, line, digest)) {
      Optional<IdempotencyTable.Kept> earlier = table.find(account, key);
      boolean again = earlier.isPresent() && retake(account, key, line, digest, earlier.get());
      if (!again) {
        repeat(earlier.map(IdempotencyTable.Kept::answer).orElse(null), response);
        return;
      }
    }
    work(account, key, kept, response, chain);
  }

  /// Whether a key whose first request was lost with an earlier life of the node may be used again.
  private boolean retake(
      long account, String key, String line, String digest, IdempotencyTable.Kept earlier) {
    if (!earlier.request().equals(line) || !earlier.digest().equals(digest)) {
      throw new NodeProblem(ProblemCode.KEY_REUSED);
    }
    if (earlier.answer() != null || !earlier.stale()) {
      return false;
    }
    table.forget(account, key);
    return table.take(account, key, line, digest);
  }

  private static void repeat(
      IdempotencyTable.@Nullable Answered answer, HttpServletResponse response) throws IOException {
    if (answer == null) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("web.idempotency.busy"));
    }
    response.setStatus(answer.status());
    response.setHeader("Idempotency-Replayed", "true");
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    if (answer.location() != null) {
      response.setHeader("Location", answer.location());
    }
    response.getOutputStream().write(answer.body().bytes());
  }

  private void work(
      long account,
      String key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var caught = new ContentCachingResponseWrapper(response);
    boolean answered = false;
    try {
      chain.doFilter(request, caught);
      byte[] body = caught.getContentAsByteArray();
      if (caught.getStatus() < 500 && body.length <= MOST_BYTES) {
        table.keep(
            account,
            key,
            new IdempotencyTable.Answered(
                caught.getStatus(),
                caught.getContentType(),
                caught.getHeader("Location"),
                new IdempotencyTable.Body(body)));
        answered = true;
      }
      caught.copyBodyToResponse();
    } finally {
      if (!answered) {
        table.forget(account, key);
      }
    }
  }

  private static boolean small(HttpServletRequest request) {
    String type = request.getContentType();
    return (type == null || !type.startsWith("multipart/"))
        && request.getContentLengthLong() <= MOST_BYTES;
  }

  private void tidy() {
    long last = tidied.get();
    if (System.nanoTime() - last > TIDY_NANOS && tidied.compareAndSet(last, System.nanoTime())) {
      Actors.getAs(Actor.system("tidy"), table::tidy);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
