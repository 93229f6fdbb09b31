package org.ronghe.platform.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// What an attribute meant is kept from start to start.
@TestInstance(Lifecycle.PER_CLASS)
class AttributeRegisterTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final TestNode node = TestNode.start(database);
  private final JdbcClient owner = JdbcClient.create(database.owner());

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  private void startAgain() {
    new AttributeRegister(
            node.part(Dictionary.class),
            node.part(JdbcClient.class),
            node.part(PlatformTransactionManager.class))
        .afterPropertiesSet();
  }

  private List<String> versions(String attribute) {
    return owner
        .sql(
            """
            SELECT (v.definition ->> 'key') || CASE WHEN upper_inf(v.known) THEN ' now' ELSE ' once' END
            FROM attribute_version v JOIN attribute a ON a.id = v.attribute
            WHERE a.key = ? ORDER BY lower(v.known)\
            """)
        .param(attribute)
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  void aStartWithTheSameDictionaryWritesNothing() {
    long before = lastWriter();
    startAgain();
    assertThat(lastWriter()).isEqualTo(before);
    assertThat(versions("total_assets")).containsExactly("total_assets now");
  }

  /// The youngest transaction that wrote a definition.
  private long lastWriter() {
    return owner
        .sql("SELECT max(xmin::text::bigint) FROM attribute_version")
        .query(Long.class)
        .single();
  }

  @Test
  void anAttributeThatMeantSomethingElseKeepsWhatItMeant() {
    owner
        .sql(
            """
            UPDATE attribute_version v SET definition = '{"key": "other"}' FROM attribute a
            WHERE a.id = v.attribute AND a.key = 'ip_class_two'\
            """)
        .update();
    startAgain();
    assertThat(versions("ip_class_two")).containsExactly("other once", "ip_class_two now");
  }
}
