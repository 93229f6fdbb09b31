package org.ronghe.platform.jobs.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.jobs.JobState;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Crumb;
import org.ronghe.platform.web.HomeCard;
import org.ronghe.platform.web.ListQuery;
import org.springframework.stereotype.Component;

/// On the home page: jobs under way, and those that came to nothing.
@Component
class JobCards implements HomeCard {
  private static final int ORDER = 40;
  private static final int MOST = 5;

  private final Jobs jobs;

  JobCards(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public Optional<Card> findFor(Actor actor, Texts texts) {
    if (!actor.mayWrite()) {
      return Optional.empty();
    }
    List<Job> latest = jobs.list(ListQuery.all().withPerPage(MOST)).results();
    var lines = new ArrayList<Line>();
    boolean waits = false;
    for (Job job : latest) {
      if (job.state() != JobState.DONE && job.state() != JobState.CANCELLED) {
        waits |= job.state().repeatable();
        lines.add(
            new Line(
                job.subject(),
                "/jobs/" + job.id(),
                texts.text("jobs.state." + job.state().code())));
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Card(
                waits ? Kind.WAITING : Kind.STANDING,
                texts.text("jobs.room"),
                lines,
                new Crumb(texts.text("jobs.card.all"), "/jobs")));
  }
}
