package org.ronghe.platform.registry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewOrganisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;

/// A node for tests of the registry, with a university and people to act as.
public final class RegistryNode implements AutoCloseable {
  private static final long BUREAU = 900_001;

  public final TestDatabase database = TestDatabase.fresh();
  public final TestNode node = TestNode.start(database);
  public final Achievements achievements = node.part(Achievements.class);
  public final Actor officer = bureau("officer");
  public final Actor otherOfficer = bureau("other-officer");
  public final Actor auditor = person("auditor", Map.of(BUREAU, Set.of(Role.AUDITOR)));
  public final long university = organisation("东湖大学");
  public final long institute = organisation("南山研究院");
  public final Actor registrar = person("registrar", Map.of(university, Set.of(Role.REGISTRAR)));
  public final Actor otherRegistrar =
      person("other-registrar", Map.of(institute, Set.of(Role.REGISTRAR)));

  private Actor bureau(String name) {
    return person(name, Map.of(BUREAU, Set.of(Role.BUREAU_OFFICER)));
  }

  /// Somebody with an account, who may sign in and holds these roles.
  public Actor person(String name, Map<Long, Set<Role>> roles) {
    long id = node.person(name);
    roles.forEach((organisation, held) ->
        held.forEach(role -> node.grant(id, role, organisation == BUREAU ? null : organisation)));
    return new Actor(id, name, "127.0.0.1", roles, Actor.Kind.PERSON);
  }

  /// A new organisation.
  public long organisation(String name) {
    return as(
        officer,
        () ->
            node.part(Organisations.class)
                .create(
                    new NewOrganisation(
                        new OrganisationProfile(
                            new Names(name, ""),
                            OrganisationKind.UNIVERSITY,
                            new Place("CN", "武汉", "洪山区", 30.5, 114.4),
                            "",
                            "active"),
                        List.of(),
                        null))
                .id());
  }

  /// A draft with which nothing is wrong.
  public Achievement draft(String title) {
    return as(registrar, () -> achievements.create(university, SampleForm.right(title)));
  }

  /// A registered achievement.
  public Achievement registered(String title) {
    Achievement draft = draft(title);
    Achievement submitted = as(registrar, () -> achievements.submit(draft.id(), draft.edit()));
    return as(officer, () -> achievements.register(submitted.id(), submitted.edit()));
  }

  public static <T> T as(Actor actor, Supplier<T> work) {
    return Actors.getAs(actor, work);
  }

  @Override
  public void close() {
    node.close();
    database.close();
  }
}
