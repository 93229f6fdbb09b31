package org.ronghe.platform.accounts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.accounts.Grant;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.accounts.OrganisationNames;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// People and their rights, for programs.
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "accounts", description = "People who may sign in, and their roles")
class AccountsApi {
  private final Accounts accounts;
  private final AccountList list;
  private final Invitations invitations;
  private final People people;
  private final OrganisationNames names;

  AccountsApi(
      Accounts accounts,
      AccountList list,
      Invitations invitations,
      People people,
      OrganisationNames names) {
    this.accounts = accounts;
    this.list = list;
    this.invitations = invitations;
    this.people = people;
    this.names = names;
  }

  /// An account.
  record AccountView(
      long id,
      String name,
      @Nullable String email,
      String displayName,
      String language,
      String state,
      Instant createdAt,
      List<String> roles) {
    AccountView {
      roles = List.copyOf(roles);
    }

    static AccountView of(Account account, List<Role> roles) {
      return new AccountView(
          account.id(),
          account.name(),
          account.email(),
          account.displayName(),
          account.language().code(),
          account.state().code(),
          account.createdAt(),
          roles.stream().map(Role::code).toList());
    }
  }

  /// A grant.
  record GrantView(
      long id,
      String role,
      @Nullable Long organisation,
      Instant from,
      @Nullable Instant to,
      String reason,
      String grantedBy,
      @Nullable Instant revokedAt) {
    static GrantView of(Grant grant) {
      return new GrantView(
          grant.id(),
          grant.role().code(),
          grant.organisation(),
          grant.from(),
          grant.to(),
          grant.reason(),
          grant.grantedBy(),
          grant.revokedAt());
    }
  }

  /// An account to be made.
  record AccountInput(
      @Nullable String name,
      @Nullable String email,
      @Nullable String displayName,
      @Nullable String language) {}

  /// A grant to be made.
  ///
  /// @param lastDay such as 2027-12-31; null for until it is revoked
  record GrantRequest(
      @Nullable String role,
      @Nullable Long organisation,
      @Nullable String lastDay,
      @Nullable String reason) {}

  /// A new account and the one-time link to hand over.
  record Created(AccountView account, String invitation) {}

  /// A one-time link, without the node's address.
  record Link(String path) {}

  @GetMapping
  @Allow(Rule.AUDITOR)
  @Operation(summary = "Lists accounts; filter by name, state, role")
  Listing<AccountView> list(ListQuery query) {
    Listing<AccountLine> found = list.list(query);
    return new Listing<>(
        found.meta(),
        found.results().stream()
            .map(line -> AccountView.of(line.account(), line.roles()))
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Rule.ADMINISTRATOR)
  @Operation(summary = "Makes an account; answers with a one-time link to hand over")
  Created create(@RequestBody AccountInput input) {
    long id =
        accounts.create(
            new NewAccount(
                text(input.name),
                input.email,
                text(input.displayName),
                Language.find(text(input.language)).orElse(Language.ENGLISH)));
    String link = invitations.linkFor(id, Invitations.Purpose.JOIN);
    return new Created(AccountView.of(get(id), List.of()), link);
  }

  @GetMapping("/{account}")
  @Allow(Rule.AUDITOR)
  @Operation(summary = "Reads an account")
  AccountView account(@PathVariable long account) {
    List<Role> roles =
        list.grants(account).stream()
            .filter(grant -> grant.holds(Instant.now()))
            .map(Grant::role)
            .distinct()
            .toList();
    return AccountView.of(get(account), roles);
  }

  @PostMapping("/{account}/link")
  @Allow(Rule.ADMINISTRATOR)
  @Operation(summary = "Makes a new one-time link to choose a password")
  Link link(@PathVariable long account) {
    return new Link(invitations.linkFor(account, people.purposeOfLink(account)));
  }

  @PostMapping("/{account}/disable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Rule.ADMINISTRATOR)
  @Operation(summary = "Shuts an account and ends its sessions")
  void disable(@PathVariable long account) {
    accounts.disable(account);
  }

  @PostMapping("/{account}/enable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Rule.ADMINISTRATOR)
  @Operation(summary = "Opens an account that was shut or locked")
  void enable(@PathVariable long account) {
    accounts.enable(account);
  }

  @DeleteMapping("/{account}/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Rule.ADMINISTRATOR)
  @Operation(summary = "Signs somebody out everywhere")
  void endSessions(@PathVariable long account) {
    people.endSessions(account);
  }

  @DeleteMapping("/{account}/second-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Rule.ADMINISTRATOR)
  @Operation(summary = "Takes the second factor of somebody who lost it")
  void removeSecondFactor(@PathVariable long account) {
    people.removeSecondFactor(account);
  }

  @GetMapping("/{account}/grants")
  @Allow(Rule.AUDITOR)
  @Operation(summary = "Lists the roles given to an account, those that hold first")
  List<GrantView> grants(@PathVariable long account) {
    get(account);
    return list.grants(account).stream().map(GrantView::of).toList();
  }

  @PostMapping("/{account}/grants")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Rule.ADMINISTRATOR)
  @Operation(summary = "Gives a role, for an organisation or for the node as a whole")
  Map<String, Long> grant(@PathVariable long account, @RequestBody GrantRequest request) {
    Long organisation = request.organisation;
    GrantInput input =
        GrantInput.of(
            text(request.role),
            organisation == null ? "" : Long.toString(organisation),
            text(request.lastDay),
            text(request.reason),
            names);
    return Map.of(
        "id",
        accounts.grant(account, input.role(), input.organisation(), input.to(), input.reason()));
  }

  @DeleteMapping("/{account}/grants/{grant}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Rule.ADMINISTRATOR)
  @Operation(summary = "Takes a role back")
  void revoke(
      @PathVariable long account,
      @PathVariable long grant,
      @RequestParam(defaultValue = "") String reason) {
    people.demandGrantOf(account, grant);
    accounts.revoke(grant, reason);
  }

  private Account get(long account) {
    return accounts.find(account).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
