package org.ronghe.platform.rulebooks.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.rules.evaluate.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The answers by one title, counted in every part of the city.
@Component
public class CityParts {
  private final JdbcClient jdbc;

  CityParts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What the city is parted by.
  public enum By {
    DISTRICT("district", "o.district"),
    /// Sections of GB/T 4754.
    INDUSTRY("industry", "coalesce(left(f.industry, 1), '')");

    private final String code;
    private final String column;

    By(String code, String column) {
      this.code = code;
      this.column = column;
    }

    /// Also the parameter that lists are narrowed by.
    public String code() {
      return code;
    }

    /// The part a firm is in, as SQL: `o` is the organisation, `f` the firm as it was judged.
    String column() {
      return column;
    }
  }

  /// A part of the city.
  ///
  /// @param name the district, or the section of industry; empty where it is not known
  /// @param near not met by one clause
  public record Part(String name, Map<Answer, Long> answers, long near) {
    public Part {
      answers = Map.copyOf(answers);
    }

    public long of(Answer answer) {
      return answers.getOrDefault(answer, 0L);
    }

    /// How many were judged.
    public long firms() {
      return answers.values().stream().mapToLong(n -> n).sum();
    }
  }

  /// The parts by name, of firms that the reader may see.
  ///
  /// @param district only firms there; empty for all
  /// @param industry only firms of that section; empty for all
  @Transactional(readOnly = true)
  List<Part> parts(TitleKey title, By by, String district, String industry) {
    var answers = new LinkedHashMap<String, Map<Answer, Long>>();
    var near = new LinkedHashMap<String, Long>();
    jdbc.sql(
            "SELECT "
                + by.column()
                + " AS part, j.answer, count(*) AS firms,"
                + " count(*) FILTER (WHERE j.steps = 1 AND j.answer = 'not-met') AS near"
                + " FROM judgement j JOIN judged_title t ON t.id = j.title"
                + " JOIN organisation o ON o.id = j.organisation"
                + " JOIN judged_firm f ON f.organisation = j.organisation"
                + " WHERE t.rulebook = :rulebook AND t.title = :title"
                + " AND (:district = '' OR o.district = :district)"
                + " AND (:industry = '' OR left(f.industry, 1) = :industry)"
                + " GROUP BY 1, 2 ORDER BY 1, 2")
        .param("rulebook", title.rulebook())
        .param("title", title.title())
        .param("district", district)
        .param("industry", industry)
        .query(row -> {
          answers
              .computeIfAbsent(row.getString("part"), _ -> new EnumMap<>(Answer.class))
              .put(JudgementRows.answer(row.getString("answer")), row.getLong("firms"));
          near.merge(row.getString("part"), row.getLong("near"), Long::sum);
        });
    var parts = new ArrayList<Part>();
    answers.forEach(
        (name, counts) -> parts.add(new Part(name, counts, near.getOrDefault(name, 0L))));
    return parts;
  }
}
