package org.ronghe.platform.facts.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The dictionary as the database knows it: brought there when the node starts.
@Component
class AttributeRegister implements InitializingBean {
  private final Dictionary dictionary;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final Map<Integer, Attribute> byId = new LinkedHashMap<>();

  AttributeRegister(
      Dictionary dictionary, JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.dictionary = dictionary;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Adds attributes that are new, keeps what others meant before, and retires those no longer
  /// there.
  ///
  /// @throws IllegalStateException if an attribute has another type than its facts were entered by
  @Override
  public void afterPropertiesSet() {
    Actors.runAs(
        Actor.system("dictionary"), () -> transaction.executeWithoutResult(status -> load()));
  }

  Optional<Attribute> find(String key) {
    return dictionary.find(key);
  }

  int id(Attribute attribute) {
    Integer id = ids.get(attribute.key());
    if (id == null) {
      throw new IllegalArgumentException(attribute.key() + " is not in the dictionary");
    }
    return id;
  }

  /// The attribute of an id; empty if it is retired.
  Optional<Attribute> find(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  private void load() {
    // Two nodes that start at once must not both add.
    jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(30)) AS l").query(Integer.class).single();
    Map<String, String> types = new LinkedHashMap<>();
    jdbc.sql("SELECT id, key, type FROM attribute")
        .query(row -> {
          types.put(row.getString("key"), row.getString("type"));
          ids.put(row.getString("key"), row.getInt("id"));
        });
    for (Attribute attribute : dictionary.attributes()) {
      String type = attribute.type().name().toLowerCase(Locale.ROOT);
      String known = types.remove(attribute.key());
      if (known != null && !known.equals(type)) {
        throw new IllegalStateException(
            attribute.key() + " was of type " + known + " and cannot become " + type);
      }
      if (known == null) {
        ids.put(
            attribute.key(),
            jdbc.sql("INSERT INTO attribute (key, type) VALUES (?, ?) RETURNING id")
                .params(attribute.key(), type)
                .query(Integer.class)
                .single());
      }
      byId.put(id(attribute), attribute);
    }
    keepDefinitions();
    jdbc.sql("UPDATE attribute SET retired = now() WHERE key = ANY (?) AND retired IS NULL")
        .param(types.keySet().toArray(String[]::new))
        .update();
    jdbc.sql("UPDATE attribute SET retired = NULL WHERE NOT key = ANY (?) AND retired IS NOT NULL")
        .param(types.keySet().toArray(String[]::new))
        .update();
  }

  /// Ends the definitions that are no longer the same and begins the new ones; most often none.
  private void keepDefinitions() {
    var definitions = new LinkedHashMap<Integer, AttributeJson>();
    byId.forEach((id, attribute) -> definitions.put(id, AttributeJson.of(attribute)));
    jdbc.sql(
            """
            WITH here AS (
              SELECT key::integer AS attribute, value AS definition FROM jsonb_each(:definitions::jsonb)),
            new AS (
              SELECT h.attribute, h.definition FROM here AS h
              LEFT JOIN attribute_version AS v ON v.attribute = h.attribute AND upper_inf(v.known)
              WHERE v.definition IS DISTINCT FROM h.definition),
            ended AS (
              UPDATE attribute_version AS v SET known = tstzrange(lower(v.known), now())
              FROM new AS n
              WHERE v.attribute = n.attribute AND upper_inf(v.known)
                AND lower(v.known) < now())
            SELECT attribute, definition FROM new ORDER BY attribute\
            """)
        .param("definitions", JsonMapper.shared().writeValueAsString(definitions))
        .query((row, _) -> Map.entry(row.getInt(1), row.getString(2)))
        .list()
        .forEach(this::begin);
  }

  private void begin(Map.Entry<Integer, String> definition) {
    jdbc.sql(
            """
            INSERT INTO attribute_version (attribute, definition, known)
            VALUES (?, ?::jsonb, tstzrange(now(), NULL))\
            """)
        .params(definition.getKey(), definition.getValue())
        .update();
  }
}
