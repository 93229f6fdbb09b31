package org.ronghe.platform.directory.demo;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.web.ListQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 42 places of innovation of the invented city: 10 laboratories, 8 centres, 8 incubators, 6 pilot
/// platforms, 5 joint laboratories, 5 funds, each near its host. One in ten is national, three
/// provincial, three municipal, three nobody's but their own. The same every time.
@Component
public class DemoDirectory {
  private static final long SEED = 20_260_415;
  private static final String SOURCE = "示例数据，纯属虚构 / invented for the demo";
  private static final List<String> LEVELS =
      List.of(
          "national",
          "provincial",
          "provincial",
          "provincial",
          "municipal",
          "municipal",
          "municipal",
          "own",
          "own",
          "own");
  private static final List<Names> FIELDS =
      List.of(
          new Names("激光装备", "Laser Equipment"),
          new Names("光通信", "Optical Communication"),
          new Names("动力电池", "Traction Batteries"),
          new Names("生物医药", "Biomedicine"),
          new Names("工业软件", "Industrial Software"),
          new Names("先进材料", "Advanced Materials"),
          new Names("卫星导航", "Satellite Navigation"),
          new Names("作物育种", "Crop Breeding"),
          new Names("氢能", "Hydrogen"),
          new Names("智能网联汽车", "Connected Vehicles"));

  private final Organisations organisations;
  private final Facts facts;
  private final TransactionTemplate transaction;

  DemoDirectory(Organisations organisations, Facts facts, PlatformTransactionManager transactions) {
    this.organisations = organisations;
    this.facts = facts;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What is entered of a kind: how its names are made and how many there are.
  private record Group(OrganisationKind kind, String zh, String en, int count) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              OrganisationKind.LABORATORY,
              "江城%s实验室（虚构）",
              "Jiangcheng Laboratory of %s (invented)",
              10),
          new Group(
              OrganisationKind.CENTRE,
              "江城%s技术创新中心（虚构）",
              "Jiangcheng Innovation Centre for %s (invented)",
              8),
          new Group(
              OrganisationKind.INCUBATOR,
              "江城%s孵化器（虚构）",
              "Jiangcheng Incubator for %s (invented)",
              8),
          new Group(
              OrganisationKind.PILOT_PLATFORM,
              "江城%s中试平台（虚构）",
              "Jiangcheng Pilot Platform for %s (invented)",
              6),
          new Group(
              OrganisationKind.JOINT_LABORATORY,
              "江城%s联合实验室（虚构）",
              "Jiangcheng Joint Laboratory of %s (invented)",
              5),
          new Group(OrganisationKind.FUND, "江城%s产业基金（虚构）", "Jiangcheng Fund for %s (invented)", 5));

  /// Enters them, unless there are any already.
  public void load() {
    Actors.runAs(
        Actor.system("demo"),
        () -> {
          String kinds =
              OrganisationKind.facilities().stream()
                  .map(OrganisationKind::code)
                  .collect(joining("|"));
          if (listed("kind:" + kinds).isEmpty()) {
            transaction.executeWithoutResult(_ -> enter());
          }
        });
  }

  private List<Organisation> listed(String filter) {
    return organisations.list(new ListQuery("", filter, "id", null, ListQuery.MOST)).results();
  }

  private void enter() {
    var random = new Random(SEED);
    List<Organisation> hosts = listed("kind:university|institute|hospital");
    List<Organisation> firms = listed("kind:enterprise");
    var profiles = new ArrayList<OrganisationProfile>();
    var chosen = new ArrayList<Organisation>();
    for (Group group : GROUPS) {
      for (int i = 0; i < group.count(); i++) {
        boolean ofFirm =
            group.kind() == OrganisationKind.INCUBATOR
                || group.kind() == OrganisationKind.PILOT_PLATFORM;
        List<Organisation> from = ofFirm ? firms : hosts;
        Organisation host = from.get(random.nextInt(from.size()));
        chosen.add(host);
        Names field = FIELDS.get(i);
        profiles.add(
            new OrganisationProfile(
                new Names(group.zh().formatted(field.zh()), group.en().formatted(field.en())),
                group.kind(),
                near(host.profile().place(), random),
                "",
                "active"));
      }
    }
    List<Long> ids = organisations.createAll(profiles);
    var given = new ArrayList<NewFact>();
    for (int i = 0; i < ids.size(); i++) {
      OrganisationProfile profile = profiles.get(i);
      long id = ids.get(i);
      fact(given, id, "registered_name", profile.names().zh());
      fact(given, id, "registered_name_en", profile.names().en());
      fact(given, id, "facility_level", LEVELS.get(random.nextInt(LEVELS.size())));
      fact(given, id, "facility_host", String.valueOf(chosen.get(i).id()));
      FIELDS.stream()
          .map(Names::zh)
          .filter(profile.names().zh()::contains)
          .forEach(field -> fact(given, id, "facility_field", field));
      switch (profile.kind()) {
        case JOINT_LABORATORY ->
            fact(
                given,
                id,
                "facility_partner",
                String.valueOf(firms.get(random.nextInt(firms.size())).id()));
        case FUND ->
            fact(given, id, "fund_size", String.valueOf((1 + random.nextInt(20)) * 50_000_000L));
        default -> {}
      }
    }
    var outcome = facts.recordAll(given);
    if (!outcome.rejects().isEmpty()) {
      throw new IllegalStateException("invented facts were refused: " + outcome.rejects());
    }
  }

  private static void fact(List<NewFact> given, long subject, String attribute, String value) {
    given.add(NewFact.of(subject, attribute, value, Validity.always(), SOURCE));
  }

  private static Place near(Place host, Random random) {
    Double lat = host.latDegrees();
    Double lon = host.lonDegrees();
    return lat == null || lon == null
        ? host
        : new Place(
            host.economy(),
            host.region(),
            host.district(),
            lat + random.nextGaussian() * 0.01,
            lon + random.nextGaussian() * 0.01);
  }
}
