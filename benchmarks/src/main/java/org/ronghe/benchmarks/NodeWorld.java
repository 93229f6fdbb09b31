package org.ronghe.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EmbeddedPostgres;

/// Fills a node's database with made-up organisations, people, identifiers and facts.
///
/// Arguments: data folder, organisations, facts. Written straight into the tables, without audit
/// and outbox: this is the state to be measured, not the way to it. The same arguments give the
/// same content.
public final class NodeWorld {
  private static final String CITIES =
      "ARRAY['武汉','襄阳','宜昌','黄石','荆州','十堰','孝感','鄂州','咸宁','随州','重庆','长沙','南京','成都','西安','合肥']";
  private static final String CITIES_EN =
      "ARRAY['Wuhan','Xiangyang','Yichang','Huangshi','Jingzhou','Shiyan','Xiaogan','Ezhou','Xianning','Suizhou','Chongqing','Changsha','Nanjing','Chengdu','Xi''an','Hefei']";
  private static final String FIRST =
      "ARRAY['华','中','光','长','东','银','天','新','国','瑞','宏','金','海','智','云','科','力','博','联','众','恒','泰','盛','远']";
  private static final String SECOND =
      "ARRAY['谷','工','飞','江','风','河','宇','维','信','能','达','源','创','芯','图','星','拓','睿','合','邦','康','安','诚','通']";
  private static final String TRADES =
      "ARRAY['激光','光电','生物','医药','汽车','软件','新材料','环保','机器人','半导体','通信','航天','智能制造','数据','农业','能源']";
  private static final String TRADES_EN =
      "ARRAY['Laser','Photonics','Biotech','Pharma','Automotive','Software','Materials','Environment','Robotics','Semiconductor','Communication','Aerospace','Manufacturing','Data','Agriculture','Energy']";

  private NodeWorld() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    Path data = Path.of(arguments[0]);
    Files.createDirectories(data);
    NodeProcess.start(data, 0, "1g").close(); // brings tables and dictionary
    try (var postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.FREE_PORT)) {
      DatabaseSettings settings = postgres.settings();
      try (Connection connection = settings.connectAsOwner()) {
        fill(connection, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      }
    }
  }

  private static void fill(Connection connection, int organisations, int facts)
      throws SQLException {
    connection.setAutoCommit(false);
    List<String> tables = List.of("subject", "organisation", "person", "identifier", "fact");
    try (Statement sql = connection.createStatement()) {
      sql.execute("SET search_path = ronghe");
      sql.execute("SET LOCAL maintenance_work_mem = '512MB'");
      for (String table : tables) {
        sql.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
      }
      addOrganisations(sql, organisations);
      addPeople(sql, organisations, organisations / 5);
      addFacts(sql, organisations, facts);
      // The index is built anew at the next start.
      sql.execute("UPDATE search_state SET epoch = 'generated'");
      for (String table : tables) {
        sql.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement sql = connection.createStatement()) {
      sql.execute("VACUUM ANALYZE");
    }
  }

  private static void addOrganisations(Statement sql, int count) throws SQLException {
    sql.execute(
        """
        INSERT INTO subject (id, kind, owner) OVERRIDING SYSTEM VALUE
        SELECT i, 'organisation', i FROM generate_series(1, %d) AS i\
        """
            .formatted(count));
    sql.execute(
        """
        INSERT INTO organisation (id, name_zh, name_en, kind, region, district, lat_degrees, lon_degrees)
        SELECT i, city || one || two || trade
            || CASE WHEN i %% 20 = 0 THEN '研究院' WHEN i %% 50 = 1 THEN '大学' ELSE '科技有限公司' END
            || CASE WHEN i > 9216 THEN '第' || i / 9216 || '分部' ELSE '' END,
          CASE WHEN i %% 2 = 0 THEN city_en || ' ' || trade_en || ' ' || i || ' Co., Ltd.' ELSE '' END,
          CASE WHEN i %% 20 = 0 THEN 'institute' WHEN i %% 50 = 1 THEN 'university' ELSE 'enterprise' END,
          '湖北省', city || '市', 30 + (i %% 1000) / 500.0, 114 + (i %% 997) / 500.0
        FROM (SELECT i, (%s)[1 + i %% 16] AS city, (%s)[1 + i %% 16] AS city_en,
            (%s)[1 + i * 7 %% 24] AS one, (%s)[1 + i / 24 %% 24] AS two,
            (%s)[1 + i / 16 %% 16] AS trade, (%s)[1 + i / 16 %% 16] AS trade_en
          FROM generate_series(1, %d) AS i) AS made\
        """
            .formatted(CITIES, CITIES_EN, FIRST, SECOND, TRADES, TRADES_EN, count));
    sql.execute(
        """
        INSERT INTO identifier (subject, scheme, value)
        SELECT i, 'uscc', '9142' || lpad(i::text, 14, '0') FROM generate_series(1, %d) AS i\
        """
            .formatted(count));
  }

  private static void addPeople(Statement sql, int organisations, int count) throws SQLException {
    sql.execute(
        """
        INSERT INTO subject (id, kind, owner) OVERRIDING SYSTEM VALUE
        SELECT %1$d + i, 'person', 1 + i * 13 %% %1$d FROM generate_series(1, %2$d) AS i\
        """
            .formatted(organisations, count));
    sql.execute(
        """
        INSERT INTO person (id, name_zh, name_en, kind, organisation)
        SELECT %1$d + i, (ARRAY['张','王','李','赵','陈','杨','黄','周','吴','徐','单','曾'])[1 + i %% 12] || (%2$s)[1 + i / 12 %% 24]
            || (%3$s)[1 + i / 288 %% 24], '', 'researcher', 1 + i * 13 %% %1$d
        FROM generate_series(1, %4$d) AS i\
        """
            .formatted(organisations, FIRST, SECOND, count));
    sql.execute(
        "SELECT setval(pg_get_serial_sequence('ronghe.subject', 'id'), "
            + (organisations + count)
            + ")");
  }

  /// So many values of numbers and amounts for each organisation, one a year and attribute.
  private static void addFacts(Statement sql, int organisations, int facts) throws SQLException {
    int each = facts / organisations;
    sql.execute(
        """
        INSERT INTO fact (subject, attribute, valid, value_number, value_amount, currency, internal, source)
        SELECT o, a.id, daterange(make_date(2025 - k / a.of, 1, 1), make_date(2026 - k / a.of, 1, 1)),
          CASE WHEN a.type <> 'money' THEN (o * 31 + k * 7) %% 1000 END,
          CASE WHEN a.type = 'money' THEN (o * 31 + k * 7) %% 100000 * 10000 END,
          CASE WHEN a.type = 'money' THEN 'CNY' END, k %% 4 = 0, '统计年报'
        FROM generate_series(1, %d) AS o CROSS JOIN generate_series(0, %d) AS k
        JOIN (SELECT id, lower(type) AS type, row_number() OVER (ORDER BY key) - 1 AS place,
            count(*) OVER ()::integer AS of
          FROM (SELECT * FROM attribute WHERE lower(type) IN ('integer', 'money')
            AND retired IS NULL ORDER BY key LIMIT 5) AS chosen) AS a ON a.place = k %% a.of\
        """
            .formatted(organisations, each - 1));
  }
}
