package org.ronghe.platform.jobs.internal;

import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.jobs.JobRun;
import org.ronghe.platform.web.Saying;
import tools.jackson.databind.JsonNode;

/// A job under way, its progress written in the node's own name and no more than twice a second.
final class StoredRun implements JobRun {
  private static final long PAUSE_NANOS = 500_000_000;

  private final long id;
  private final JsonNode input;
  private final JobTable table;
  private final Actor node;
  private String step = "";
  private long done;
  private long total;
  private long written;

  StoredRun(long id, JsonNode input, JobTable table, Actor node) {
    this.id = id;
    this.input = input;
    this.table = table;
    this.node = node;
    written = System.nanoTime() - PAUSE_NANOS;
  }

  @Override
  public JsonNode input() {
    return input;
  }

  @Override
  public synchronized void step(String key) {
    step = key;
    done = 0;
    total = 0;
    write();
  }

  @Override
  public synchronized void at(long nowDone, long nowTotal) {
    done = nowDone;
    total = nowTotal;
    if (System.nanoTime() - written >= PAUSE_NANOS) {
      write();
    }
  }

  /// Writes what has not been written yet.
  synchronized void flush() {
    write();
  }

  private void write() {
    written = System.nanoTime();
    Actors.runAs(node, () -> table.progress(id, step, done, total));
  }

  @Override
  public void log(Saying said) {
    Actors.runAs(node, () -> table.line(id, said));
  }

  @Override
  public void result(String href) {
    Actors.runAs(node, () -> table.result(id, href));
  }
}
