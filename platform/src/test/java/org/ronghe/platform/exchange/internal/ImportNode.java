package org.ronghe.platform.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.ImportState;
import org.ronghe.platform.exchange.Imports;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.registry.RegistryNode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A node into which tables are imported, for tests.
final class ImportNode implements AutoCloseable {
  final RegistryNode world = new RegistryNode();
  final Imports imports = world.node.part(Imports.class);
  final JdbcClient owner = JdbcClient.create(world.database.owner());

  @Override
  public void close() {
    world.close();
  }

  ImportRun upload(Actor actor, String kind, @Nullable Long organisation, byte[] content) {
    ImportRun run =
        as(
            actor,
            () -> imports.upload(kind, organisation, "表.csv", new ByteArrayInputStream(content)));
    return settled(actor, run.id());
  }

  ImportRun settled(Actor actor, long run) {
    Jobs jobs = world.node.part(Jobs.class);
    return as(
        actor,
        () -> {
          for (int i = 0; i < 1200; i++) {
            ImportRun now = imports.find(run).orElseThrow();
            Long job = now.job();
            if (job != null && !jobs.get(job).state().open()) {
              return imports.find(run).orElseThrow();
            }
            try {
              Thread.sleep(50);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
          throw new AssertionError("the job of import " + run + " does not end");
        });
  }

  ImportRun taken(String kind, String table) {
    ImportRun run = upload(world.officer, kind, null, table.getBytes(StandardCharsets.UTF_8));
    assertThat(run.state()).as(run.problem()).isEqualTo(ImportState.CHECKED);
    as(world.officer, () -> imports.take(run.id()));
    return settled(world.officer, run.id());
  }

  long undone(ImportRun run) {
    return as(world.officer, () -> imports.undo(run.id()));
  }

  long achievements(long run) {
    return owner
        .sql("SELECT count(*) FROM achievement WHERE import_run = :run")
        .param("run", run)
        .query(Long.class)
        .single();
  }
}
