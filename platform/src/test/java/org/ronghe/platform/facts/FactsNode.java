package org.ronghe.platform.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;

/// A node for tests of the fact base, with people to act as.
final class FactsNode implements AutoCloseable {
  static final long BUREAU = 900_001;
  static final Actor OFFICER = person(1, Map.of(BUREAU, Set.of(Role.BUREAU_OFFICER)));
  static final Actor SECOND_OFFICER = person(2, Map.of(BUREAU, Set.of(Role.BUREAU_OFFICER)));
  static final Actor AUDITOR = person(3, Map.of(BUREAU, Set.of(Role.AUDITOR)));
  static final Actor STRANGER = person(4, Map.of(BUREAU, Set.of(Role.DATA_USER)));

  private final AtomicInteger count = new AtomicInteger();
  final TestDatabase database = TestDatabase.fresh();
  private final TestNode node = TestNode.start(database);
  final Facts facts = node.part(Facts.class);
  final Organisations organisations = node.part(Organisations.class);
  final Identifiers identifiers = node.part(Identifiers.class);
  final People people = node.part(People.class);
  final Works works = node.part(Works.class);
  final Merges merges = node.part(Merges.class);

  private static Actor person(long account, Map<Long, Set<Role>> roles) {
    return new Actor(account, "person " + account, "127.0.0.1", roles, Actor.Kind.PERSON);
  }

  <T> T part(Class<T> type) {
    return node.part(type);
  }

  /// Who keeps that organisation's facts.
  static Actor keeper(long organisation) {
    return person(1000 + organisation, Map.of(organisation, Set.of(Role.ENTERPRISE)));
  }

  static OrganisationProfile profile(String name) {
    return new OrganisationProfile(
        new Names(name, ""),
        OrganisationKind.ENTERPRISE,
        new Place("CN", "武汉", "洪山区", 30.5, 114.4),
        "",
        "active");
  }

  /// A new organisation.
  long organisation() {
    String name = "企业" + count.incrementAndGet();
    return Actors.getAs(
        OFFICER,
        () -> organisations.create(new NewOrganisation(profile(name), List.of(), null)).id());
  }

  static <T> T as(Actor actor, Supplier<T> work) {
    return Actors.getAs(actor, work);
  }

  static void runAs(Actor actor, Runnable work) {
    Actors.runAs(actor, work);
  }

  @Override
  public void close() {
    node.close();
    database.close();
  }
}
