package org.ronghe.platform.registry.internal;

import java.util.Map;
import java.util.regex.Pattern;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.RegistrationNumber;
import org.ronghe.platform.registry.WorkClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How this node's bureau registers: its code, its terms, its serial numbers.
@Component
class RegistryRules {
  private static final int LAST_SERIAL = 9999;
  private static final int LONGEST_TERM = 365;
  private static final Pattern DEPARTMENT = Pattern.compile("[0-9A-Z]{3}");

  private final JdbcClient jdbc;

  RegistryRules(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The rules.
  ///
  /// @param department the first three signs of every number
  /// @param decideDays within so many days a decision is due
  /// @param correctDays within so many days a correction is due
  public record Rules(String department, int decideDays, int correctDays) {}

  @Transactional(readOnly = true)
  public Rules current() {
    return jdbc.sql("SELECT department, decide_days, correct_days FROM registry_rules")
        .query((row, _) -> new Rules(row.getString(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  @Transactional
  public void change(Rules rules) {
    var faults = new Faults();
    if (!DEPARTMENT.matcher(rules.department()).matches()) {
      faults.add("department", "registry.fault.department", rules.department());
    }
    for (var term :
        Map.of("decide_days", rules.decideDays(), "correct_days", rules.correctDays()).entrySet()) {
      if (term.getValue() < 1 || term.getValue() > LONGEST_TERM) {
        faults.add(term.getKey(), "registry.fault.days");
      }
    }
    if (!faults.none()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults.byField());
    }
    jdbc.sql(
            "UPDATE registry_rules SET department = :department, decide_days = :decide,"
                + " correct_days = :correct")
        .param("department", rules.department())
        .param("decide", rules.decideDays())
        .param("correct", rules.correctDays())
        .update();
  }

  /// Gives out the next number. Called within a transaction: one that fails leaves no gap.
  ///
  /// @throws NodeProblem CONFLICT when the year's numbers are used up
  RegistrationNumber next(int year, WorkClass kind) {
    String department = current().department();
    int serial =
        jdbc.sql(
                """
                INSERT INTO registration_serial AS s (department, year, mark, last) VALUES (:department, :year, :mark, 1)
                ON CONFLICT (department, year, mark) DO UPDATE SET last = s.last + 1 WHERE s.last < :most
                RETURNING last\
                """)
            .param("department", department)
            .param("year", year)
            .param("mark", String.valueOf(kind.mark()))
            .param("most", LAST_SERIAL)
            .query(Integer.class)
            .optional()
            .orElseThrow(() ->
                Faults.conflict("registry.conflict.numbers", department, String.valueOf(year)));
    return RegistrationNumber.of(department, year, kind, serial);
  }

  /// Keeps numbers that were given out elsewhere from being given out again.
  void use(RegistrationNumber number) {
    String text = number.text();
    int serial = Integer.parseInt(text.substring(8));
    if (serial > 0) {
      jdbc.sql(
              """
              INSERT INTO registration_serial AS s (department, year, mark, last) VALUES (:department, :year, :mark, :serial)
              ON CONFLICT (department, year, mark) DO UPDATE SET last = excluded.last WHERE s.last < excluded.last\
              """)
          .param("department", text.substring(0, 3))
          .param("year", Integer.parseInt(text.substring(3, 7)))
          .param("mark", text.substring(7, 8))
          .param("serial", serial)
          .update();
    }
  }
}
