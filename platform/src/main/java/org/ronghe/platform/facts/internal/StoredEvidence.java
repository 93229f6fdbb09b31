package org.ronghe.platform.facts.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Saying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Evidence: rows in the database, files in the data folder.
@Service
class StoredEvidence implements EvidenceFiles {
  private static final int LONGEST_NAME = 200;
  private static final String SELECT =
      """
      SELECT id, owner, encode(sha256, 'hex') AS sha256, link, name, media_type, size_bytes, entered
      FROM evidence\
      """;

  private final JdbcClient jdbc;
  private final EvidenceFolder folder;
  private final SubjectRows subjects;
  private final FileScan scan;
  private final TransactionTemplate transaction;

  StoredEvidence(
      JdbcClient jdbc,
      EvidenceFolder folder,
      SubjectRows subjects,
      FileScan scan,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.folder = folder;
    this.subjects = subjects;
    this.scan = scan;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  @Transactional
  public Evidence add(@Nullable Long owner, String name, InputStream content) {
    demandWritable(owner);
    String plain = plain(name);
    byte[] head = head(content);
    String type =
        MediaTypes.of(head, plain)
            .orElseThrow(() ->
                new NodeProblem(
                    ProblemCode.TYPE_UNSUPPORTED,
                    Saying.of(
                        "facts.evidence.type", "PDF, PNG, JPEG, TIFF, DOCX, XLSX, ZIP, TXT")));
    EvidenceFolder.Kept kept =
        folder.keep(new SequenceInputStream(new ByteArrayInputStream(head), content), scan);
    long id =
        jdbc.sql(
                """
                INSERT INTO evidence (owner, sha256, name, media_type, size_bytes, held)
                VALUES (:owner, decode(:sha256, 'hex'), :name, :type, :size, :held) RETURNING id\
                """)
            .param("owner", owner, Types.BIGINT)
            .param("sha256", kept.sha256())
            .param("name", plain)
            .param("type", type)
            .param("size", kept.sizeBytes())
            .param("held", kept.verdict() == FileScan.Verdict.UNKNOWN)
            .query(Long.class)
            .single();
    return get(id);
  }

  @Override
  @Transactional
  public Evidence addLink(@Nullable Long owner, String link) {
    demandWritable(owner);
    return switch (IdentifierScheme.URL.check(link)) {
      case IdentifierCheck.Invalid wrong -> throw Fault.of("link", wrong).problem();
      case IdentifierCheck.Valid(String address) ->
          get(
              jdbc.sql(
                      "INSERT INTO evidence (owner, link, name) VALUES (:owner, :link, :link)"
                          + " RETURNING id")
                  .param("owner", owner, Types.BIGINT)
                  .param("link", address)
                  .query(Long.class)
                  .single());
    };
  }

  private static byte[] head(InputStream content) {
    try {
      return content.readNBytes(MediaTypes.HEAD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The last part of a path, without what a file's name cannot hold.
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\"<>:|?*]", "").strip();
    if (clean.isEmpty()) {
      return "evidence";
    }
    return clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
  }

  private void demandWritable(@Nullable Long owner) {
    boolean allowed = owner == null ? Actors.current().writesAll() : subjects.get(owner).writable();
    if (!allowed) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
  }

  private Evidence get(long id) {
    return find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Evidence> find(long evidence) {
    return jdbc.sql(SELECT + " WHERE id = :id")
        .param("id", evidence)
        .query(StoredEvidence::read)
        .optional();
  }

  @Override
  public boolean isHeld(Evidence evidence) {
    Boolean held =
        transaction.execute(_ ->
            jdbc.sql("SELECT held FROM evidence WHERE id = :id")
                .param("id", evidence.id())
                .query(Boolean.class)
                .optional()
                .orElse(false));
    return held != null && held;
  }

  /// Lets the scanner try again; it may have been down when the file came.
  private void demandReleased(Evidence evidence, String sha256) {
    if (!isHeld(evidence)) {
      return;
    }
    switch (scan.scan(folder.path(sha256))) {
      case CLEAN ->
          transaction.executeWithoutResult(_ ->
              jdbc.sql("SELECT evidence_release(:id)")
                  .param("id", evidence.id())
                  .query((_, _) -> true)
                  .list());
      case INFECTED ->
          throw new NodeProblem(
              ProblemCode.CONFLICT, Saying.of("facts.evidence.infected", evidence.name()));
      case UNKNOWN ->
          throw new NodeProblem(
              ProblemCode.CONFLICT, Saying.of("facts.evidence.held", evidence.name()));
    }
  }

  @Override
  public InputStream open(Evidence evidence) {
    String sha256 = evidence.sha256();
    if (sha256 != null) {
      demandReleased(evidence, sha256);
    }
    return Optional.ofNullable(sha256)
        .flatMap(folder::find)
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private static Evidence read(ResultSet row, int number) throws SQLException {
    return new Evidence(
        row.getLong("id"),
        FactRows.id(row, "owner"),
        row.getString("sha256"),
        row.getString("link"),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size_bytes"),
        row.getObject("entered", OffsetDateTime.class).toInstant());
  }
}
