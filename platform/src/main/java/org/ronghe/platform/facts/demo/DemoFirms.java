package org.ronghe.platform.facts.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.BulkOutcome;
import org.ronghe.platform.facts.FactBlocks;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Further firms of the invented city, as many as a demo of rulebooks asks for: the same ones for
/// the same number, in batches that are each entered whole.
@Component
public class DemoFirms {
  private static final int BATCH = 200;
  private static final long SEED = 20_262_026;
  private static final int LAST_YEAR = 2025;
  private static final int YEARS = 3;

  /// Of earlier years, what rules look back at.
  private static final Set<String> EARLIER =
      Set.of(
          "sales_revenue",
          "main_business_revenue",
          "rd_expense",
          "rd_expense_domestic",
          "net_assets");

  private final Organisations organisations;
  private final Facts facts;
  private final FactBlocks blocks;
  private final Dictionary dictionary;
  private final TransactionTemplate transaction;

  DemoFirms(
      Organisations organisations,
      Facts facts,
      FactBlocks blocks,
      Dictionary dictionary,
      PlatformTransactionManager transactions) {
    this.organisations = organisations;
    this.facts = facts;
    this.blocks = blocks;
    this.dictionary = dictionary;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Told how many firms there are.
  @FunctionalInterface
  public interface Progress {
    void at(long done, long total) throws InterruptedException;
  }

  /// How many firms the node has.
  public long count() {
    return Actors.getAs(Actor.system("demo"), () -> blocks.count(OrganisationKind.ENTERPRISE));
  }

  /// Enters firms until the city has so many; goes on where it was broken off.
  public void load(int wanted, Progress progress) throws InterruptedException {
    long there = count();
    while (there < wanted) {
      int size = (int) Math.min(BATCH, wanted - there);
      long first = there;
      Actors.runAs(
          Actor.system("demo"),
          () -> transaction.executeWithoutResult(status -> batch(first, size)));
      there += size;
      progress.at(there, wanted);
    }
  }

  private void batch(long first, int size) {
    var random = new Random(SEED + first);
    var names = new InventedNames(random);
    var profiles = new ArrayList<OrganisationProfile>();
    for (int i = 0; i < size; i++) {
      profiles.add(profile(names.firm(), first + i, random));
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
      var firm = new InventedFirm(id, random);
      firm.facts(LAST_YEAR, YEARS).stream().filter(DemoFirms::isAsked).forEach(given::add);
      new InventedStanding(firm, dictionary, LAST_YEAR, SEED + first + i)
          .facts(YEARS).stream().filter(DemoFirms::isAsked).forEach(given::add);
    }
    BulkOutcome outcome = facts.recordAll(given);
    if (!outcome.rejects().isEmpty()) {
      throw new IllegalStateException("invented facts were refused: " + outcome.rejects());
    }
  }

  private static boolean isAsked(NewFact fact) {
    return EARLIER.contains(fact.attribute())
        || fact.valid().findYear().filter(year -> year < LAST_YEAR).isEmpty();
  }

  private static OrganisationProfile profile(Names name, long number, Random random) {
    var place =
        new Place(
            "CN",
            "江城（虚构）",
            DemoCity.DISTRICTS.get(random.nextInt(DemoCity.DISTRICTS.size())),
            30.55 + random.nextGaussian() * 0.1,
            114.35 + random.nextGaussian() * 0.12);
    return new OrganisationProfile(
        new Names(
            name.zh().replace("有限公司", "%05d号有限公司".formatted(number)),
            name.en().replace("Co., Ltd.", "%05d Co., Ltd.".formatted(number))),
        OrganisationKind.ENTERPRISE,
        place,
        "",
        "active");
  }
}
