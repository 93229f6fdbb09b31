package org.ronghe.platform.web.internal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// A request whose body is read before it is worked on, and can be read again.
final class KeptRequest extends HttpServletRequestWrapper {
  private final byte[] bytes;

  KeptRequest(HttpServletRequest request, int most) throws IOException {
    super(request);
    bytes = request.getInputStream().readNBytes(most + 1);
    if (bytes.length > most) {
      throw new NodeProblem(ProblemCode.TOO_LARGE, most / 1024 + " kB");
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public ServletInputStream getInputStream() {
    var in = new ByteArrayInputStream(bytes);
    return new ServletInputStream() {
      @Override
      public int read() {
        return in.read();
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        return in.read(buffer, offset, length);
      }

      @Override
      public boolean isFinished() {
        return in.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("read at once");
      }
    };
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }
}
