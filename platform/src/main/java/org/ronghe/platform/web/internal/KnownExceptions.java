package org.ronghe.platform.web.internal;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Saying;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/// The frameworks' exceptions that are not our own bugs, as the node's problems.
final class KnownExceptions {
  private static final String DISK_FULL = "53100";

  /// What the node's own database answers shortly before its disk is full: see `StorageWatch`.
  private static final String READ_ONLY = "25006";

  /// What it answers to U+0000 in a text or in JSON, which it cannot hold.
  private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

  /// The status that the container gives to a form that is larger than it takes.
  private static final int TOO_LARGE = 413;

  private static final int DEEPEST = 20;

  private KnownExceptions() {}

  /// The problem it stands for; null if it is a bug of ours.
  static @Nullable NodeProblem problem(Throwable thrown) {
    return switch (thrown) {
      case NodeProblem problem -> problem;
      case HttpRequestMethodNotSupportedException e -> of(ProblemCode.METHOD_NOT_ALLOWED);
      case HttpMediaTypeNotSupportedException e -> unsupported(String.valueOf(e.getContentType()));
      case HttpMediaTypeNotAcceptableException e -> unsupported("Accept");
      case MaxUploadSizeExceededException e -> tooLarge(e);
      case InvalidParameterException e when e.getErrorCode() == TOO_LARGE -> tooLarge(e);
      case InvalidParameterException e -> field("query", "web.input.undecodable");
      case MultipartException e -> unsupported("multipart/form-data");
      case HttpMessageNotReadableException e -> field("body", "web.input.unreadable");
      case MissingServletRequestParameterException e ->
          field(e.getParameterName(), "web.input.missing");
      case MissingServletRequestPartException e ->
          field(e.getRequestPartName(), "web.input.missing");
      case ServletRequestBindingException e ->
          field(String.valueOf(e.getMessage()), "web.input.missing");
      case TypeMismatchException e -> mismatch(e);
      case AuthenticationException e -> of(ProblemCode.SIGN_IN_NEEDED);
      case AccessDeniedException e -> of(ProblemCode.NOT_ALLOWED);
      case ProblemException e ->
          new NodeProblem(ProblemCode.CONFLICT, String.valueOf(e.getMessage()));
      case CannotCreateTransactionException e -> database(e, true);
      case DataAccessResourceFailureException e -> database(e, true);
      case ErrorResponse e when e.getStatusCode().value() == 404 -> of(ProblemCode.NOT_FOUND);
      default -> database(thrown, false);
    };
  }

  /// Says the most that is taken, where the container does.
  private static NodeProblem tooLarge(Throwable thrown) {
    long bytes = 0;
    for (Throwable cause = thrown; bytes <= 0 && cause != null; cause = cause.getCause()) {
      bytes = cause instanceof SizeException size ? size.getPermittedSize() : bytes;
    }
    return new NodeProblem(
        ProblemCode.TOO_LARGE, bytes > 0 ? bytes / (1024 * 1024) + " MB" : "import.max-file");
  }

  /// A path that names what cannot be is a path to nothing; a parameter is a mistake.
  private static NodeProblem mismatch(TypeMismatchException e) {
    return e
                instanceof
                org.springframework.web.method.annotation.MethodArgumentTypeMismatchException m
            && m.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
        ? of(ProblemCode.NOT_FOUND)
        : field(String.valueOf(e.getPropertyName()), "web.input.mistyped");
  }

  private static @Nullable NodeProblem database(Throwable thrown, boolean unavailable) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLException sql
          && (DISK_FULL.equals(sql.getSQLState()) || READ_ONLY.equals(sql.getSQLState()))) {
        return of(ProblemCode.STORAGE_FULL);
      }
      if (cause instanceof SQLException sql && NO_TEXT.contains(sql.getSQLState())) {
        return field("text", "web.input.no-text");
      }
      cause = cause.getCause();
    }
    return unavailable ? of(ProblemCode.DATABASE_UNAVAILABLE) : null;
  }

  private static NodeProblem unsupported(String what) {
    return new NodeProblem(
        ProblemCode.TYPE_UNSUPPORTED, Saying.of("web.input.type-unsupported", what));
  }

  private static NodeProblem field(String name, String key) {
    return new NodeProblem(ProblemCode.INPUT_INVALID, Map.of(name, key));
  }

  private static NodeProblem of(ProblemCode code) {
    return new NodeProblem(code);
  }
}
