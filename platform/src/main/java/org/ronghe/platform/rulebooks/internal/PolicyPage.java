package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;
import org.ronghe.rules.evaluate.Answer;

/// Policies that give something: all of them, those for one firm, and the firms for one.
public final class PolicyPage {
  private PolicyPage() {}

  /// A policy open on the day.
  ///
  /// @param issuers who issued it, and where it applies
  /// @param benefits what it gives, in words
  /// @param windows when applications are taken; empty where the document does not say
  /// @param met how many firms meet it; null for readers who do not see the city
  public record Policy(
      TitleKey title,
      String name,
      String issuers,
      List<String> benefits,
      List<String> windows,
      @Nullable Long met) {
    public Policy {
      benefits = List.copyOf(benefits);
      windows = List.copyOf(windows);
    }
  }

  /// All policies.
  ///
  /// @param firms the reader's own, by id
  public record All(View view, List<Policy> policies, Map<Long, String> firms) {
    public All {
      policies = List.copyOf(policies);
      firms = Map.copyOf(firms);
    }
  }

  /// A policy for one firm.
  ///
  /// @param amounts what it would give, by the formula
  /// @param held last day of the certificate in force that gives it; null where there is none
  public record ForFirm(
      Policy policy,
      Answer answer,
      List<String> amounts,
      int steps,
      String missing,
      @Nullable LocalDate held) {
    public ForFirm {
      amounts = List.copyOf(amounts);
    }
  }

  /// The policies of one firm, those it meets first.
  public record Firm(View view, long organisation, String name, List<ForFirm> policies) {
    public Firm {
      policies = List.copyOf(policies);
    }

    public String answer(Answer answer) {
      return answer.words().in(FirmTitle.of(view.language()));
    }

    /// Until when the firm has it; empty where it does not.
    public String held(ForFirm row) {
      LocalDate until = row.held();
      return until == null
          ? ""
          : until.equals(LocalDate.MAX)
              ? view.text("rulebooks.held")
              : view.text("rulebooks.held-until", until.toString());
    }
  }

  /// A firm with what a policy would give it.
  public record FirmAmount(FirmAnswer firm, List<String> amounts) {
    public FirmAmount {
      amounts = List.copyOf(amounts);
    }
  }

  /// The firms that meet one policy.
  public record Firms(View view, Policy policy, Listing<FirmAmount> rows) {}
}
