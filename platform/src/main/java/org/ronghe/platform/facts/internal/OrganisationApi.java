package org.ronghe.platform.facts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Identifier;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewIdentifier;
import org.ronghe.platform.facts.NewOrganisation;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.facts.internal.SubjectJson.OrganisationJson;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Versions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Organisations for programs. Writing is allowed to who keeps the organisation's facts, which the
/// service decides: a role in an organisation holds for what it was merged with, too.
@RestController
@RequestMapping("/api/v1/organisations")
@Tag(name = "organisations", description = "Organisations, their names and identifiers")
class OrganisationApi {
  private final Organisations organisations;
  private final Identifiers identifiers;

  OrganisationApi(Organisations organisations, Identifiers identifiers) {
    this.organisations = organisations;
    this.identifiers = identifiers;
  }

  /// An organisation as a program sends it.
  record Input(
      Names name,
      String kind,
      @Nullable Place place,
      @Nullable String homepage,
      @Nullable String status,
      @Nullable LocalDate since,
      @Nullable List<IdentifierInput> identifiers) {
    OrganisationProfile profile() {
      return new OrganisationProfile(
          name,
          OrganisationKind.find(kind)
              .orElseThrow(() -> Fault.of("kind", "facts.profile.kind").problem()),
          place == null ? new Place("CN", "", "", null, null) : place,
          homepage == null ? "" : homepage,
          status == null ? "active" : status);
    }
  }

  /// An identifier as a program sends it.
  record IdentifierInput(String scheme, String value, SubjectJson.@Nullable Days valid) {
    NewIdentifier identifier() {
      return new NewIdentifier(
          IdentifierScheme.find(scheme)
              .orElseThrow(() -> Fault.of("scheme", "facts.profile.scheme").problem()),
          value,
          valid == null ? Validity.always() : valid.validity());
    }
  }

  /// Another name from a day on.
  record Renaming(Names name, LocalDate from, String reason) {}

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Lists organisations; merged ones are part of their survivors")
  Listing<OrganisationJson> list(ListQuery query) {
    Listing<Organisation> part = organisations.list(query);
    return new Listing<>(
        part.meta(), part.results().stream().map(OrganisationJson::of).toList());
  }

  @PostMapping
  @Allow(Rule.BUREAU)
  @Operation(summary = "Enters an organisation, with its name as a fact")
  ResponseEntity<OrganisationJson> create(@RequestBody Input input) {
    List<IdentifierInput> given = input.identifiers() == null ? List.of() : input.identifiers();
    Organisation made =
        organisations.create(
            new NewOrganisation(
                input.profile(),
                given.stream().map(IdentifierInput::identifier).toList(),
                input.since()));
    return ResponseEntity.created(URI.create("/api/v1/organisations/" + made.id()))
        .eTag(Versions.etag(made.version()))
        .body(OrganisationJson.of(made));
  }

  @GetMapping("/{organisation}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads an organisation; a merged one leads to its survivor (301)")
  ResponseEntity<OrganisationJson> get(@PathVariable long organisation) {
    long survivor = organisations.survivor(organisation);
    if (survivor != organisation) {
      return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
          .location(URI.create("/api/v1/organisations/" + survivor))
          // The merge may be undone.
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    return tagged(
        organisations
            .find(organisation)
            .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND)));
  }

  @PutMapping("/{organisation}")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Changes everything but the names; needs If-Match")
  ResponseEntity<OrganisationJson> update(
      @PathVariable long organisation,
      @RequestBody Input input,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return tagged(
        organisations.update(organisation, input.profile(), version(organisation, ifMatch)));
  }

  @PostMapping("/{organisation}/names")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Gives another name from a day on; needs If-Match")
  ResponseEntity<OrganisationJson> rename(
      @PathVariable long organisation,
      @RequestBody Renaming renaming,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return tagged(
        organisations.rename(
            organisation,
            renaming.name(),
            renaming.from(),
            renaming.reason(),
            version(organisation, ifMatch)));
  }

  @GetMapping("/{organisation}/identifiers")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists identifiers, retracted ones too")
  List<Identifier> identifiers(@PathVariable long organisation) {
    return identifiers.of(organisation);
  }

  @PostMapping("/{organisation}/identifiers")
  @Allow(Rule.SIGNED_IN)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Enters an identifier; a wrong one is answered with the reason")
  Identifier identify(@PathVariable long organisation, @RequestBody IdentifierInput input) {
    return identifiers.add(organisation, input.identifier());
  }

  @DeleteMapping("/{organisation}/identifiers/{identifier}")
  @Allow(Rule.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Says that an identifier never was this organisation's")
  void retract(
      @PathVariable long organisation,
      @PathVariable long identifier,
      @RequestParam(defaultValue = "") String reason) {
    if (identifiers.of(organisation).stream().noneMatch(known -> known.id() == identifier)) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    identifiers.retract(identifier, reason);
  }

  /// The version that the change was made from, which is the newest.
  private long version(long organisation, @Nullable String ifMatch) {
    long version =
        organisations
            .find(organisation)
            .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND))
            .version();
    Versions.check(ifMatch, version);
    return version;
  }

  private static ResponseEntity<OrganisationJson> tagged(Organisation organisation) {
    return ResponseEntity.ok()
        .eTag(Versions.etag(organisation.version()))
        .body(OrganisationJson.of(organisation));
  }
}
