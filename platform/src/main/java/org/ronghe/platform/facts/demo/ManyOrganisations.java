package org.ronghe.platform.facts.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.BulkOutcome;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Validity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// As many made-up organisations with facts as a load test asks for, in batches that are each
/// entered whole. Names and figures are those of [InventedFirm], the facts of the newest year
/// first, cut to the number asked for.
@Component
public class ManyOrganisations {
  private static final int BATCH = 1000;
  private static final long SEED = 7_532;
  private static final int LAST_YEAR = 2025;

  private final Organisations organisations;
  private final Facts facts;
  private final TransactionTemplate transaction;

  ManyOrganisations(
      Organisations organisations, Facts facts, PlatformTransactionManager transactions) {
    this.organisations = organisations;
    this.facts = facts;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Enters `count` organisations of up to `factsEach` facts.
  ///
  /// @param done told after each batch how many organisations there are
  /// @return how many facts were entered
  public long load(int count, int factsEach, IntConsumer done) {
    var random = new Random(SEED);
    long entered = 0;
    for (int from = 0; from < count; from += BATCH) {
      int first = from;
      int size = Math.min(BATCH, count - from);
      entered +=
          Actors.getAs(
              Actor.system("load test"),
              () -> transaction.execute(status -> batch(first, size, factsEach, random)));
      done.accept(from + size);
    }
    return entered;
  }

  private int batch(int from, int size, int factsEach, Random random) {
    var profiles = new ArrayList<OrganisationProfile>();
    for (int i = 0; i < size; i++) {
      profiles.add(profile(from + i, random));
    }
    List<Long> ids = organisations.createAll(profiles);
    var given = new ArrayList<NewFact>();
    for (int i = 0; i < size; i++) {
      long id = ids.get(i);
      given.add(
          NewFact.of(
              id,
              "registered_name",
              profiles.get(i).names().zh(),
              Validity.always(),
              InventedFirm.SOURCE));
      List<NewFact> firm = new InventedFirm(id, random).facts(LAST_YEAR, 3);
      given.addAll(firm.subList(0, Math.min(factsEach - 1, firm.size())));
    }
    BulkOutcome outcome = facts.recordAll(given);
    if (!outcome.rejects().isEmpty()) {
      throw new IllegalStateException("invented facts were refused: " + outcome.rejects());
    }
    return outcome.entered().size();
  }

  private static OrganisationProfile profile(int number, Random random) {
    var place =
        new Place(
            "CN",
            "江城（虚构）",
            "第%02d区".formatted(random.nextInt(40)),
            30.55 + random.nextGaussian() * 0.3,
            114.35 + random.nextGaussian() * 0.3);
    return new OrganisationProfile(
        new Names(
            "江城第%06d号企业（虚构）".formatted(number),
            "Jiangcheng Firm %06d (invented)".formatted(number)),
        OrganisationKind.ENTERPRISE,
        place,
        "",
        "active");
  }
}
