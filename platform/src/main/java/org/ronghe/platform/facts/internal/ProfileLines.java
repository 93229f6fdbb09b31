package org.ronghe.platform.facts.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.Person;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Work;
import org.ronghe.platform.web.View;

/// A profile, ready to be read.
///
/// @param kind such as "University"
/// @param status such as "dissolved"
/// @param active whether the status is the usual one, of which nothing needs to be said
/// @param lines more about it
public record ProfileLines(String kind, String status, boolean active, List<Line> lines) {
  public ProfileLines {
    lines = List.copyOf(lines);
  }

  /// Something about a subject.
  ///
  /// @param href where it leads; null if nowhere
  public record Line(String label, String text, @Nullable String href) {}

  static ProfileLines of(View view, Organisation organisation) {
    var profile = organisation.profile();
    var lines = new java.util.ArrayList<Line>();
    String place = place(profile.place());
    if (!place.isEmpty()) {
      lines.add(new Line(view.text("facts.page.place"), place, null));
    }
    homepage(view, profile.homepage(), lines);
    return new ProfileLines(
        view.text(profile.kind().textKey()),
        status(view, profile.status()),
        profile.status().equals("active"),
        lines);
  }

  static ProfileLines of(View view, Person person, @Nullable SubjectHead organisation) {
    var profile = person.profile();
    var lines = new java.util.ArrayList<Line>();
    keeper(view, organisation, lines);
    homepage(view, profile.homepage(), lines);
    return new ProfileLines(
        view.text(profile.kind().textKey()),
        status(view, profile.status()),
        profile.status().equals("active"),
        lines);
  }

  static ProfileLines of(View view, Work work, @Nullable SubjectHead organisation) {
    var profile = work.profile();
    var lines = new java.util.ArrayList<Line>();
    keeper(view, organisation, lines);
    if (profile.year() != null) {
      lines.add(new Line(view.text("facts.page.year"), String.valueOf(profile.year()), null));
    }
    homepage(view, profile.homepage(), lines);
    return new ProfileLines(
        view.text(profile.kind().textKey()),
        status(view, profile.status()),
        profile.status().equals("active"),
        lines);
  }

  static String status(View view, String status) {
    return view.text("facts.page.status." + status);
  }

  static String place(Place place) {
    return java.util.stream.Stream.of(place.district(), place.region(), place.economy())
        .filter(part -> !part.isBlank())
        .distinct()
        .collect(java.util.stream.Collectors.joining(" · "));
  }

  private static void keeper(View view, @Nullable SubjectHead organisation, List<Line> lines) {
    if (organisation != null) {
      lines.add(
          new Line(
              view.text("facts.page.organisation"),
              organisation.name(view.language()),
              organisation.href()));
    }
  }

  private static void homepage(View view, String homepage, List<Line> lines) {
    if (!homepage.isBlank()) {
      lines.add(new Line(view.text("facts.page.homepage"), homepage, homepage));
    }
  }
}
