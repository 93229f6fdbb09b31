package org.ronghe.platform.facts.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.BulkOutcome;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.NewIdentifier;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.People;
import org.ronghe.platform.facts.PersonKind;
import org.ronghe.platform.facts.PersonProfile;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.WorkKind;
import org.ronghe.platform.facts.WorkProfile;
import org.ronghe.platform.facts.Works;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A city that does not exist, for the demo: 300 organisations of all kinds, 120 people, 80 works,
/// three years of figures, titles. The same every time: see [InventedFirm] for how figures are
/// spread.
///
/// Credit codes have the division 990000, patent numbers the serial numbers 99…: no register gives
/// those out, so that nobody real is ever meant.
@Component
public class DemoCity {
  private static final long SEED = 20_260_401;
  private static final int LAST_YEAR = 2025;
  private static final int YEARS = 3;
  private static final int PEOPLE = 120;
  private static final int WORKS = 80;
  private static final Map<OrganisationKind, Integer> COUNTS = counts();
  static final List<String> DISTRICTS =
      List.of("东城区", "西城区", "南城区", "北城区", "湖滨区", "江岸新区", "光谷新区", "港区");

  private final Organisations organisations;
  private final Identifiers identifiers;
  private final Facts facts;
  private final People people;
  private final Works works;
  private final Dictionary dictionary;
  private final TransactionTemplate transaction;

  DemoCity(
      Organisations organisations,
      Identifiers identifiers,
      Facts facts,
      People people,
      Works works,
      Dictionary dictionary,
      PlatformTransactionManager transactions) {
    this.organisations = organisations;
    this.identifiers = identifiers;
    this.facts = facts;
    this.people = people;
    this.works = works;
    this.dictionary = dictionary;
    this.transaction = new TransactionTemplate(transactions);
  }

  private static Map<OrganisationKind, Integer> counts() {
    var counts = new EnumMap<OrganisationKind, Integer>(OrganisationKind.class);
    counts.put(OrganisationKind.GOVERNMENT, 1);
    counts.put(OrganisationKind.UNIVERSITY, 12);
    counts.put(OrganisationKind.INSTITUTE, 18);
    counts.put(OrganisationKind.HOSPITAL, 5);
    counts.put(OrganisationKind.FINANCE, 12);
    counts.put(OrganisationKind.INTERMEDIARY, 10);
    counts.put(OrganisationKind.PARK, 8);
    counts.put(OrganisationKind.ENTERPRISE, 234);
    return counts;
  }

  /// The first organisation of each kind that a demo's people work for.
  public record Loaded(Map<OrganisationKind, Long> first) {
    public Loaded {
      first = Map.copyOf(first);
    }

    /// The first organisation of a kind.
    public long of(OrganisationKind kind) {
      Long id = first.get(kind);
      if (id == null) {
        throw new IllegalArgumentException("the city has no " + kind);
      }
      return id;
    }
  }

  /// Builds the city, all of it or nothing; a city that is there already is left as it is.
  public Loaded load() {
    return Actors.getAs(
        Actor.system("demo"),
        () -> {
          var found = findFirst();
          return found.size() == COUNTS.size()
              ? new Loaded(found)
              : transaction.execute(status -> build());
        });
  }

  private Map<OrganisationKind, Long> findFirst() {
    var found = new EnumMap<OrganisationKind, Long>(OrganisationKind.class);
    for (OrganisationKind kind : COUNTS.keySet()) {
      identifiers
          .findSubject(IdentifierScheme.USCC, creditCode(kind, 0))
          .ifPresent(id -> found.put(kind, id));
    }
    return found;
  }

  private Loaded build() {
    var random = new Random(SEED);
    var names = new InventedNames(random);
    var profiles = new ArrayList<OrganisationProfile>();
    COUNTS.forEach((kind, count) -> {
      for (int i = 0; i < count; i++) {
        profiles.add(profile(kind, i, names, random));
      }
    });
    List<Long> ids = organisations.createAll(profiles);
    var first = new EnumMap<OrganisationKind, Long>(OrganisationKind.class);
    var given = new ArrayList<NewFact>();
    var seen = new EnumMap<OrganisationKind, Integer>(OrganisationKind.class);
    for (int i = 0; i < ids.size(); i++) {
      long id = ids.get(i);
      OrganisationProfile profile = profiles.get(i);
      int number = seen.merge(profile.kind(), 1, Integer::sum) - 1;
      first.putIfAbsent(profile.kind(), id);
      identifiers.add(
          id, NewIdentifier.of(IdentifierScheme.USCC, creditCode(profile.kind(), number)));
      names(given, id, profile.names());
      if (profile.kind() == OrganisationKind.ENTERPRISE) {
        var firm = new InventedFirm(id, random);
        given.addAll(firm.facts(LAST_YEAR, YEARS));
        given.addAll(new InventedStanding(firm, dictionary, LAST_YEAR, SEED + number).facts(YEARS));
      }
    }
    city(given, first);
    people(given, ids.subList(1, 36), names, random);
    works(given, ids.subList(1, 36), names, random);
    enter(given);
    return new Loaded(first);
  }

  private static void names(List<NewFact> given, long id, Names names) {
    given.add(
        NewFact.of(id, "registered_name", names.zh(), Validity.always(), InventedFirm.SOURCE));
    given.add(
        NewFact.of(id, "registered_name_en", names.en(), Validity.always(), InventedFirm.SOURCE));
  }

  /// The city's own figures stand with its bureau.
  private static void city(List<NewFact> given, Map<OrganisationKind, Long> first) {
    Long bureau = first.get(OrganisationKind.GOVERNMENT);
    if (bureau == null) {
      throw new IllegalStateException("the city has no bureau");
    }
    for (int i = 0; i < YEARS; i++) {
      Validity year = Validity.year(LAST_YEAR - YEARS + 1 + i);
      given.add(fact(bureau, "city_cluster_rank", String.valueOf(16 - i), year));
      given.add(fact(bureau, "city_concept_centres", String.valueOf(12 + 6 * i), year));
      given.add(fact(bureau, "city_pilot_platforms", String.valueOf(80 + 35 * i), year));
    }
  }

  private void people(List<NewFact> given, List<Long> homes, InventedNames names, Random random) {
    for (int i = 0; i < PEOPLE; i++) {
      Names name = names.person();
      long home = homes.get(random.nextInt(homes.size()));
      long person =
          people.create(new PersonProfile(name, PersonKind.RESEARCHER, home, "", "active")).id();
      Validity since = Validity.from(LocalDate.of(2005 + random.nextInt(20), 9, 1));
      given.add(fact(person, "person_name", name.zh(), Validity.always()));
      given.add(fact(person, "employer", String.valueOf(home), since));
      if (random.nextInt(4) == 0) {
        given.add(fact(person, "technology_manager", "JJR%05d".formatted(i), since));
      }
    }
  }

  private void works(List<NewFact> given, List<Long> homes, InventedNames names, Random random) {
    for (int i = 0; i < WORKS; i++) {
      Names title = names.topic();
      long home = homes.get(random.nextInt(homes.size()));
      int year = 2018 + random.nextInt(8);
      long work =
          works.create(new WorkProfile(title, WorkKind.PATENT, home, year, "", "active")).id();
      identifiers.add(
          work,
          NewIdentifier.of(
              IdentifierScheme.CN_PATENT,
              IdentifierScheme.CN_PATENT.withCheck("%d199%05d".formatted(year, i))));
      given.add(fact(work, "work_title", title.zh(), Validity.always()));
      given.add(fact(work, "patent_kind", "invention", Validity.always()));
      given.add(
          fact(
              work,
              "technology_readiness_level",
              String.valueOf(2 + random.nextInt(7)),
              Validity.day(LocalDate.of(LAST_YEAR, 1 + random.nextInt(12), 15))));
    }
  }

  private void enter(List<NewFact> given) {
    BulkOutcome outcome = facts.recordAll(given);
    if (!outcome.rejects().isEmpty()) {
      throw new IllegalStateException("invented facts were refused: " + outcome.rejects());
    }
  }

  private static NewFact fact(long subject, String attribute, String value, Validity valid) {
    return NewFact.of(subject, attribute, value, valid, InventedFirm.SOURCE);
  }

  private static String creditCode(OrganisationKind kind, int number) {
    String body =
        (kind == OrganisationKind.ENTERPRISE ? "91" : "12")
            + "990000MA%d%06d".formatted(List.copyOf(COUNTS.keySet()).indexOf(kind), number);
    return IdentifierScheme.USCC.withCheck(body);
  }

  private static OrganisationProfile profile(
      OrganisationKind kind, int number, InventedNames names, Random random) {
    Names name =
        switch (kind) {
          case GOVERNMENT ->
              new Names("江城市科技创新局（虚构）", "Jiangcheng Science and Innovation Bureau (invented)");
          case UNIVERSITY -> numbered("江城第%d大学（虚构）", "Jiangcheng University %d (invented)", number);
          case INSTITUTE -> numbered("江城第%d研究院（虚构）", "Jiangcheng Institute %d (invented)", number);
          case HOSPITAL -> numbered("江城第%d医院（虚构）", "Jiangcheng Hospital %d (invented)", number);
          case FINANCE ->
              numbered("江城第%d创业投资基金（虚构）", "Jiangcheng Venture Fund %d (invented)", number);
          case INTERMEDIARY ->
              numbered(
                  "江城第%d技术转移中心（虚构）", "Jiangcheng Technology Transfer Centre %d (invented)", number);
          case PARK -> numbered("江城第%d孵化器（虚构）", "Jiangcheng Incubator %d (invented)", number);
          case ENTERPRISE, OTHER -> names.firm();
          case LABORATORY, CENTRE, INCUBATOR, PILOT_PLATFORM, JOINT_LABORATORY, FUND ->
              throw new IllegalArgumentException("entered apart: " + kind);
        };
    var place =
        new Place(
            "CN",
            "江城（虚构）",
            DISTRICTS.get(random.nextInt(DISTRICTS.size())),
            30.55 + random.nextGaussian() * 0.08,
            114.35 + random.nextGaussian() * 0.1);
    return new OrganisationProfile(name, kind, place, "", "active");
  }

  private static Names numbered(String zh, String en, int number) {
    return new Names(zh.formatted(number + 1), en.formatted(number + 1));
  }
}
