package org.ronghe.platform.demo;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.directory.demo.DemoDirectory;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.demo.DemoCity;
import org.ronghe.platform.ranking.Rankings;
import org.ronghe.platform.registry.demo.DemoAchievements;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.springframework.stereotype.Service;

/// Fills a node for the demo. Everything in it is invented, and says so.
@Service
public class DemoNode {
  private static final Actor DEMO = Actor.system("demo");
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 5;

  private final Accounts accounts;
  private final DemoCity city;
  private final Rankings rankings;
  private final DemoAchievements achievements;
  private final DemoRulebooks rulebooks;
  private final DemoDirectory directory;
  private final SecureRandom random = new SecureRandom();

  DemoNode(
      Accounts accounts,
      DemoCity city,
      Rankings rankings,
      DemoAchievements achievements,
      DemoRulebooks rulebooks,
      DemoDirectory directory) {
    this.accounts = accounts;
    this.city = city;
    this.rankings = rankings;
    this.achievements = achievements;
    this.rulebooks = rulebooks;
    this.directory = directory;
  }

  /// Loads the city, its achievements and the ranking, unless they are there already, and makes new
  /// passwords for somebody of every role.
  ///
  /// @param ranking result folder of `ronghe demo`
  public List<DemoSignIn> prepare(Path ranking, Language language) {
    return Actors.getAs(
        DEMO,
        () -> {
          DemoCity.Loaded loaded = city.load();
          if (rankings.findNewest().isEmpty()) {
            rankings.takeIn(ranking, Texts.in(language).text("demo.ranking"), language);
          }
          achievements.load();
          directory.load();
          var signIns = new ArrayList<DemoSignIn>();
          for (Role role : Role.values()) {
            signIns.add(signIn(role, loaded, language));
          }
          String reviewer = name(Role.REVIEWER);
          accounts
              .findByName(reviewer)
              .ifPresent(account -> achievements.askToEvaluate(account.id(), reviewer));
          return signIns;
        });
  }

  /// Has firms entered in the background until there are so many, and assessments and targets set
  /// for them.
  public void growTo(int firms, Language language) {
    Actors.runAs(DEMO, () -> rulebooks.growTo(firms, language));
  }

  /// What somebody of a role signs in with.
  static String name(Role role) {
    return "demo-" + role.code();
  }

  private DemoSignIn signIn(Role role, DemoCity.Loaded loaded, Language language) {
    String name = name(role);
    Optional<Account> there = accounts.findByName(name);
    long account = there.isPresent() ? there.get().id() : create(role, name, loaded, language);
    String password = password();
    accounts.setPassword(account, password);
    return new DemoSignIn(role, name, password);
  }

  private long create(Role role, String name, DemoCity.Loaded loaded, Language language) {
    String title = Texts.in(language).text("access.role." + role.code());
    long account =
        accounts.create(
            new NewAccount(name, null, Texts.in(language).text("demo.person", title), language));
    accounts.grant(account, role, organisation(role, loaded), null, "demo");
    return account;
  }

  /// Where somebody of that role works; null for the node as a whole.
  private static @Nullable Long organisation(Role role, DemoCity.Loaded loaded) {
    return switch (role) {
      case ADMINISTRATOR, BUREAU_OFFICER, AUDITOR, DATA_USER -> null;
      case REGISTRAR, REVIEWER -> loaded.of(OrganisationKind.UNIVERSITY);
      case ENTERPRISE -> loaded.of(OrganisationKind.ENTERPRISE);
      case BROKER -> loaded.of(OrganisationKind.INTERMEDIARY);
      case INVESTOR -> loaded.of(OrganisationKind.FINANCE);
    };
  }

  private String password() {
    var password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
