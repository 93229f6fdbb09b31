package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.accounts.Grant;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.accounts.OrganisationNames;
import org.ronghe.platform.accounts.internal.Invitations.Purpose;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// People and their rights, for administrators; auditors look on.
@Controller
class UserPages {
  private static final String HOME = "/accounts";
  private static final int INVALID = 400;
  private static final int ROOM_ORDER = 10;

  private final Accounts accounts;
  private final AccountList list;
  private final Invitations invitations;
  private final People people;
  private final AccountSettings settings;
  private final OrganisationNames names;

  UserPages(
      Accounts accounts,
      AccountList list,
      Invitations invitations,
      People people,
      AccountSettings settings,
      OrganisationNames names) {
    this.accounts = accounts;
    this.list = list;
    this.invitations = invitations;
    this.people = people;
    this.settings = settings;
    this.names = names;
  }

  @Bean
  static Room accountsRoom() {
    return Room.inAdministration(HOME, "accounts.room", ROOM_ORDER, Rule.AUDITOR);
  }

  @GetMapping(HOME)
  @Allow(Rule.AUDITOR)
  Page list(View view, ListQuery query) {
    return Page.of(
        "accounts/users.jte", new UsersPage(view, list.list(query), list.secondFactorRoles()));
  }

  @GetMapping(HOME + "/export")
  @Allow(Rule.AUDITOR)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("name", view.text("accounts.name")),
            new Column("display_name", view.text("accounts.display-name")),
            new Column("roles", view.text("accounts.roles")),
            new Column("second_factor", view.text("accounts.second-factor")),
            new Column("state", view.text("accounts.state")));
    return Download.of("accounts", format, columns, query, list::list, UserPages::cells);
  }

  private static List<Object> cells(AccountLine line) {
    return List.of(
        line.account().name(),
        line.account().displayName(),
        line.roles().stream().map(Role::code).collect(Collectors.joining("; ")),
        line.secondFactor(),
        line.account().state().code());
  }

  @GetMapping(HOME + "/invite")
  @Allow(Rule.ADMINISTRATOR)
  Page invite(View view) {
    return Page.of("accounts/invite.jte", new InvitePage(view, Map.of(), Map.of()));
  }

  @PostMapping(HOME)
  @Allow(Rule.ADMINISTRATOR)
  Answer create(
      View view,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam String displayName,
      @RequestParam(defaultValue = "en") String language,
      HttpServletRequest request) {
    try {
      long id =
          accounts.create(
              new NewAccount(
                  name, email, displayName, Language.find(language).orElse(Language.ENGLISH)));
      String link = address(request, invitations.linkFor(id, Purpose.JOIN));
      return page(view, id, link, Map.of(), Map.of());
    } catch (NodeProblem problem) {
      var typed =
          Map.of("name", name, "email", email, "displayName", displayName, "language", language);
      Map<String, String> faults = faults(problem, "name", "accounts.fault.name-taken");
      return Page.of("accounts/invite.jte", new InvitePage(view, typed, faults))
          .withStatus(INVALID);
    }
  }

  @GetMapping(HOME + "/{account:\\d+}")
  @Allow(Rule.AUDITOR)
  Page user(View view, @PathVariable long account) {
    return page(view, account, "", Map.of(), Map.of());
  }

  /// A new one-time link to choose a password.
  @PostMapping(HOME + "/{account:\\d+}/link")
  @Allow(Rule.ADMINISTRATOR)
  Page link(View view, @PathVariable long account, HttpServletRequest request) {
    String link = address(request, invitations.linkFor(account, people.purposeOfLink(account)));
    return page(view, account, link, Map.of(), Map.of());
  }

  @PostMapping(HOME + "/{account:\\d+}/disable")
  @Allow(Rule.ADMINISTRATOR)
  Answer disable(@PathVariable long account) {
    accounts.disable(account);
    return Redirect.done(HOME + "/" + account, "accounts.users.disabled");
  }

  @PostMapping(HOME + "/{account:\\d+}/enable")
  @Allow(Rule.ADMINISTRATOR)
  Answer enable(@PathVariable long account) {
    accounts.enable(account);
    return Redirect.done(HOME + "/" + account, "accounts.users.enabled");
  }

  /// Signs the person out everywhere.
  @PostMapping(HOME + "/{account:\\d+}/sessions/end")
  @Allow(Rule.ADMINISTRATOR)
  Answer endSessions(@PathVariable long account) {
    people.endSessions(account);
    return Redirect.done(HOME + "/" + account, "accounts.users.signed-out");
  }

  /// For somebody who has lost the phone and the recovery codes.
  @PostMapping(HOME + "/{account:\\d+}/second-factor/remove")
  @Allow(Rule.ADMINISTRATOR)
  Answer removeSecondFactor(@PathVariable long account) {
    people.removeSecondFactor(account);
    return Redirect.done(HOME + "/" + account, "accounts.second-factor.removed");
  }

  @PostMapping(HOME + "/{account:\\d+}/grants")
  @Allow(Rule.ADMINISTRATOR)
  Answer grant(
      View view,
      @PathVariable long account,
      @RequestParam String role,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String validTo,
      @RequestParam(defaultValue = "") String reason) {
    try {
      GrantInput input = GrantInput.of(role, organisation, validTo, reason, names);
      accounts.grant(account, input.role(), input.organisation(), input.to(), input.reason());
    } catch (NodeProblem problem) {
      var typed =
          Map.of("role", role, "organisation", organisation, "validTo", validTo, "reason", reason);
      return page(view, account, "", typed, faults(problem, "", "")).withStatus(INVALID);
    }
    return Redirect.done(HOME + "/" + account, "accounts.grants.given");
  }

  @PostMapping(HOME + "/{account:\\d+}/grants/{grant}/revoke")
  @Allow(Rule.ADMINISTRATOR)
  Answer revoke(
      @PathVariable long account,
      @PathVariable long grant,
      @RequestParam(defaultValue = "") String reason) {
    people.demandGrantOf(account, grant);
    accounts.revoke(grant, reason);
    return Redirect.done(HOME + "/" + account, "accounts.grants.revoked");
  }

  /// Which roles ask for a second factor.
  @PostMapping(HOME + "/second-factor")
  @Allow(Rule.ADMINISTRATOR)
  Answer secondFactorRoles(@RequestParam(defaultValue = "") List<String> role) {
    List<Role> roles =
        Arrays.stream(Role.values()).filter(known -> role.contains(known.code())).toList();
    list.setSecondFactorRoles(roles);
    return Redirect.done(HOME, "accounts.second-factor.rules-changed");
  }

  private static Map<String, String> faults(NodeProblem problem, String field, String conflict) {
    if (problem.code() == ProblemCode.INPUT_INVALID) {
      return problem.fields();
    }
    if (problem.code() == ProblemCode.CONFLICT && !field.isEmpty()) {
      return Map.of(field, conflict);
    }
    throw problem;
  }

  private Page page(
      View view, long account, String link, Map<String, String> typed, Map<String, String> faults) {
    var found = accounts.find(account).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    List<Grant> grants = list.grants(account);
    List<Long> organisations =
        grants.stream().map(Grant::organisation).filter(Objects::nonNull).distinct().toList();
    return Page.of(
        "accounts/user.jte",
        new UserPage(
            view,
            found,
            people.hasSecondFactor(account),
            new UserPage.Grants(grants, names.names(organisations, view.language())),
            link,
            typed,
            faults));
  }

  /// A path as people outside type it.
  private String address(HttpServletRequest request, String path) {
    String url = settings.publicUrl();
    if (url.isEmpty()) {
      url = request.getRequestURL().toString().replaceFirst("(?<=[^/:])/.*", "");
    }
    return url + path;
  }
}
