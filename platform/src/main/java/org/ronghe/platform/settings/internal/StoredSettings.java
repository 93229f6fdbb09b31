package org.ronghe.platform.settings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.report.MapSheet;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.settings.BaseMap;
import org.ronghe.platform.settings.Setting;
import org.ronghe.platform.settings.Settings;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.NodeIdentity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The settings in their table. What every page shows is kept in memory: one process changes it.
@Service
class StoredSettings implements Settings, NodeIdentity {
  private final JdbcClient database;
  private final AtomicReference<@Nullable Setting> kept = new AtomicReference<>();
  private final AtomicReference<@Nullable Optional<BaseMap>> keptMap = new AtomicReference<>();

  StoredSettings(JdbcClient database) {
    this.database = database;
  }

  @Override
  @Transactional(readOnly = true)
  public Setting current() {
    Setting known = kept.get();
    if (known != null) {
      return known;
    }
    Setting read =
        database
            .sql("SELECT * FROM setting")
            .query((row, _) ->
                new Setting(
                    row.getLong("version"),
                    row.getString("name_en"),
                    row.getString("name_zh"),
                    row.getString("contact"),
                    Language.find(Optional.ofNullable(row.getString("language")).orElse(""))
                        .orElse(null),
                    row.getString("own_cluster"),
                    row.getString("map_approval")))
            .single();
    kept.set(read);
    return read;
  }

  @Override
  @Transactional
  public void change(Setting setting, long version) {
    forgetAfterwards();
    int changed =
        database
            .sql(
                """
                UPDATE setting SET version = version + 1, name_en = :en, name_zh = :zh,
                  contact = :contact, language = :language, own_cluster = :own,
                  map_approval = :approval, changed_at = now()
                WHERE version = :version
                """)
            .param("en", setting.nameEnglish().strip())
            .param("zh", setting.nameChinese().strip())
            .param("contact", setting.contact().strip())
            .param("language", setting.language() == null ? null : setting.language().code())
            .param("own", setting.ownCluster().strip())
            .param("approval", setting.mapApproval().strip())
            .param("version", version)
            .update();
    if (changed == 0) {
      throw new NodeProblem(ProblemCode.CHANGED_MEANWHILE);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<BaseMap> findMap() {
    Optional<BaseMap> known = keptMap.get();
    if (known != null) {
      return known;
    }
    Optional<BaseMap> read =
        database
            .sql("SELECT name, areas, lines, digest FROM setting_map")
            .query((row, _) ->
                new BaseMap(
                    row.getString("name"),
                    row.getString("areas"),
                    row.getString("lines"),
                    "/settings/map/" + row.getString("digest") + ".geojson"))
            .optional();
    keptMap.set(read);
    return read;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> findMapGeoJson() {
    return database.sql("SELECT geojson FROM setting_map").query(String.class).optional();
  }

  @Override
  @Transactional
  public void setMap(String name, String geojson, String approval) {
    forgetAfterwards();
    MapSheet.Drawing drawing = drawing(geojson);
    database.sql("DELETE FROM setting_map").update();
    database
        .sql(
            """
            INSERT INTO setting_map (name, geojson, areas, lines, digest)
            VALUES (:name, :geojson, :areas, :lines, :digest)
            """)
        .param("name", name)
        .param("geojson", geojson)
        .param("areas", drawing.areas())
        .param("lines", drawing.lines())
        .param("digest", digest(geojson))
        .update();
    approve(approval);
  }

  @Override
  @Transactional
  public void removeMap() {
    forgetAfterwards();
    database.sql("DELETE FROM setting_map").update();
    approve("");
  }

  private void approve(String approval) {
    database
        .sql(
            "UPDATE setting SET version = version + 1, map_approval = :approval, changed_at ="
                + " now()")
        .param("approval", approval.strip())
        .update();
  }

  private static MapSheet.Drawing drawing(String geojson) {
    try {
      Path file = Files.createTempFile("ronghe-map", ".geojson");
      try {
        Files.writeString(file, geojson, StandardCharsets.UTF_8);
        return MapSheet.draw(file);
      } catch (ProblemException e) {
        throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("map", "settings.map.unreadable"));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// What was kept is forgotten when the change is really there, and not before: a reader in
  /// between would keep the old state.
  private void forgetAfterwards() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            kept.set(null);
            keptMap.set(null);
          }
        });
  }

  @Override
  public String name(Language language) {
    Setting setting = current();
    boolean chinese = language == Language.CHINESE;
    String wanted = chinese ? setting.nameChinese() : setting.nameEnglish();
    String other = chinese ? setting.nameEnglish() : setting.nameChinese();
    return !wanted.isBlank()
        ? wanted
        : !other.isBlank() ? other : Texts.in(language).text("settings.name.usual");
  }

  @Override
  public String contact() {
    return current().contact();
  }

  @Override
  public @Nullable Language language() {
    return current().language();
  }
}
