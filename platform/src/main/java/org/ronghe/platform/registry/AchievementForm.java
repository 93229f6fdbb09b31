package org.ronghe.platform.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of an achievement, read and found right.
///
/// @param contributors in order
/// @param holders whose shares are together the whole
/// @param maturity null where none is claimed
public record AchievementForm(
    Heading heading,
    Research research,
    List<Contributor> contributors,
    List<Holder> holders,
    List<Right> rights,
    @Nullable Maturity maturity,
    List<Funding> fundings,
    List<Attachment> attachments) {

  public AchievementForm {
    contributors = List.copyOf(contributors);
    holders = List.copyOf(holders);
    rights = List.copyOf(rights);
    fundings = List.copyOf(fundings);
    attachments = List.copyOf(attachments);
  }

  /// What it is.
  ///
  /// @param keywords at most three
  /// @param industry class of GB/T 4754-2017; empty where none was given
  /// @param open whether the holders make it public once it is registered
  public record Heading(
      String titleZh,
      String titleEn,
      WorkClass workClass,
      List<String> keywords,
      String summary,
      String industry,
      boolean open) {
    public Heading {
      keywords = List.copyOf(keywords);
    }
  }

  /// How it came about; words of the official form by their codes.
  public record Research(
      YearMonth start,
      YearMonth end,
      String origin,
      String embodiment,
      String level,
      String stage,
      String conclusion) {}

  /// Somebody who contributed.
  ///
  /// @param part what they did
  public record Contributor(String name, String organisation, String part) {}

  /// Somebody whom it belongs to.
  public record Holder(String name, Share share) {}

  /// A piece of intellectual property.
  public record Right(String kind, String number, String title, String status) {}

  /// A claim of maturity at a day, with evidence for every level up to it.
  ///
  /// @param level 1 to 9 (technology readiness level)
  /// @param assessor who says so
  /// @param evidence for level 1, 2 … `level`
  public record Maturity(int level, LocalDate on, String assessor, List<String> evidence) {
    public Maturity {
      evidence = List.copyOf(evidence);
      if (level < 1 || level > 9 || evidence.size() != level) {
        throw new IllegalArgumentException("level " + level + ", evidence " + evidence.size());
      }
    }
  }

  /// A project that paid for it.
  ///
  /// @param amountFen in CNY; null where it is not told
  public record Funding(String programme, String number, @Nullable Long amountFen) {}

  /// A file.
  ///
  /// @param evidence its id in the fact base
  public record Attachment(long evidence, String kind, String name) {}
}
