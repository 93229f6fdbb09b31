package org.ronghe.platform.rulebooks.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.FactBlocks;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.rulebooks.internal.BlockJudge.Judged;
import org.ronghe.platform.rulebooks.internal.BlockJudge.Last;
import org.ronghe.platform.rulebooks.internal.Dossiers.Known;
import org.ronghe.rules.fact.FactTypes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/// Judges the city's firms and keeps what was found, block by block, in the node's own name.
///
/// Memory is that of [#AHEAD] blocks, however many firms there are. A block is read and written in
/// transactions of its own; a job that is broken off has judged the firms before.
@Component
class CityJudge {
  /// Firms at once.
  static final int BLOCK = 1000;

  /// Blocks at work at once.
  private static final int AHEAD = 3;

  private static final Actor NODE = Actor.system("rulebooks");

  private final Shelf shelf;
  private final Dossiers dossiers;
  private final FactBlocks blocks;
  private final JudgementRows rows;
  private final TransactionTemplate transaction;
  private final Supplier<List<FirmTitle>> titles;
  private final ReentrantLock night = new ReentrantLock();

  /// The blocks of a night share no firm and may be judged side by side; what is due may name any.
  private final ReadWriteLock turns = new ReentrantReadWriteLock();

  CityJudge(
      Shelf shelf,
      Dossiers dossiers,
      FactBlocks blocks,
      JudgementRows rows,
      PlatformTransactionManager transactions) {
    this.shelf = shelf;
    this.dossiers = dossiers;
    this.blocks = blocks;
    this.rows = rows;
    this.transaction = new TransactionTemplate(transactions);
    this.titles =
        SingletonSupplier.of(() ->
            FirmTitle.of(
                shelf.current(),
                id -> shelf.findText(id).filter(FirmTitle::isOfFirms).isPresent()));
  }

  /// How far it is.
  @FunctionalInterface
  interface Progress {
    void at(long done, long total);
  }

  FactTypes types() {
    return shelf.types();
  }

  /// What firms can get by the rulebooks of now.
  List<FirmTitle> titles() {
    return titles.get();
  }

  /// All firms.
  ///
  /// @param after begins behind the firm of this id; 0 to begin at the first
  /// @return how many there were
  long all(LocalDate asOf, long after, Progress progress) throws InterruptedException {
    Instant started = in(rows::now);
    long total = in(() -> blocks.count(OrganisationKind.ENTERPRISE));
    var judge = new BlockJudge(shelf.current(), titles(), asOf);
    long done = 0;
    night.lockInterruptibly();
    // While the database finds or writes a block, others are judged.
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var ahead = new ArrayDeque<Future<Block>>();
      long last = after;
      while (last >= 0 || !ahead.isEmpty()) {
        while (last >= 0 && ahead.size() < AHEAD) {
          List<Long> firms = firms(last);
          last = firms.isEmpty() ? -1 : firms.getLast();
          if (last >= 0) {
            ahead.add(workers.submit(() -> judge(judge, read(firms), asOf, turns.readLock())));
          }
        }
        if (!ahead.isEmpty()) {
          done += taken(ahead.remove()).firms().size();
          progress.at(done, Math.max(done, total));
        }
      }
    } finally {
      night.unlock();
    }
    long firms = done;
    if (after == 0) {
      in(() -> rows.finished(asOf, firms, started));
    }
    return done;
  }

  private static Block taken(Future<Block> next) throws InterruptedException {
    try {
      return next.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Firms with what was known of them at an instant, so that reading it again finds the same.
  private record Block(List<Long> firms, Instant recorded, Map<Long, Known> known) {}

  private List<Long> firms(long after) {
    return in(() -> blocks.organisations(OrganisationKind.ENTERPRISE, after, BLOCK));
  }

  private Block read(List<Long> firms) {
    Instant recorded = in(rows::now);
    return new Block(
        firms, recorded, firms.isEmpty() ? Map.of() : in(() -> dossiers.of(firms, recorded)));
  }

  /// Firms whose facts changed, with those that name them.
  ///
  /// @return how many notes were worked off
  int due(LocalDate asOf) throws InterruptedException {
    List<Map.Entry<Long, Long>> due = in(() -> rows.due(BLOCK));
    if (due.isEmpty()) {
      return 0;
    }
    var touched = new TreeSet<Long>();
    due.forEach(note -> touched.add(note.getValue()));
    touched.addAll(in(() -> blocks.naming(List.copyOf(touched))));
    List<Long> firms =
        new ArrayList<>(in(() -> blocks.among(OrganisationKind.ENTERPRISE, touched)));
    judge(new BlockJudge(shelf.current(), titles(), asOf), read(firms), asOf, turns.writeLock());
    touched.removeAll(firms);
    in(() -> {
      rows.forget(touched);
      rows.strike(due.stream().map(Map.Entry::getKey).toList());
      return true;
    });
    return due.size();
  }

  private Block judge(BlockJudge judge, Block block, LocalDate asOf, Lock turn)
      throws InterruptedException {
    if (!block.firms().isEmpty()) {
      turn.lockInterruptibly();
      try {
        judgeInTurn(judge, block, asOf);
      } finally {
        turn.unlock();
      }
    }
    return block;
  }

  private void judgeInTurn(BlockJudge judge, Block block, LocalDate asOf)
      throws InterruptedException {
    Map<Long, Last> last = in(() -> rows.last(block.firms()));
    var known = new LinkedHashMap<>(block.known());
    // Whom somebody judged meanwhile, by what was known later, stays as they are.
    last.forEach((firm, one) -> {
      if (one.recorded() != null && one.recorded().isAfter(block.recorded())) {
        known.remove(firm);
      }
    });
    Map<Long, Judged> judged = judge.judge(known, last);
    in(() -> {
      rows.keep(judged, asOf, block.recorded());
      return true;
    });
  }

  private <T> T in(Supplier<T> work) {
    return Actors.getAs(NODE, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
  }
}
