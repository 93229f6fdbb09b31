package org.ronghe.platform.facts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.People;
import org.ronghe.platform.facts.Person;
import org.ronghe.platform.facts.PersonKind;
import org.ronghe.platform.facts.PersonProfile;
import org.ronghe.platform.facts.internal.SubjectJson.PersonJson;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Versions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// People for programs. Who may write, the service decides by the organisation that keeps them.
@RestController
@RequestMapping("/api/v1/people")
@Tag(name = "people", description = "People whose facts are kept by an organisation or the bureau")
class PersonApi {
  private final People people;

  PersonApi(People people) {
    this.people = people;
  }

  /// A person as a program sends it.
  record Input(
      Names name,
      String kind,
      @Nullable Long organisation,
      @Nullable String homepage,
      @Nullable String status) {
    PersonProfile profile() {
      return new PersonProfile(
          name,
          PersonKind.find(kind)
              .orElseThrow(() -> Fault.of("kind", "facts.profile.kind").problem()),
          organisation,
          homepage == null ? "" : homepage,
          status == null ? "active" : status);
    }
  }

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Lists people")
  Listing<PersonJson> list(ListQuery query) {
    Listing<Person> part = people.list(query);
    return new Listing<>(part.meta(), part.results().stream().map(PersonJson::of).toList());
  }

  @PostMapping
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Enters a person")
  ResponseEntity<PersonJson> create(@RequestBody Input input) {
    Person made = people.create(input.profile());
    return ResponseEntity.created(URI.create("/api/v1/people/" + made.id()))
        .eTag(Versions.etag(made.version()))
        .body(PersonJson.of(made));
  }

  @GetMapping("/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a person")
  ResponseEntity<PersonJson> get(@PathVariable long id) {
    return tagged(find(id));
  }

  @PutMapping("/{id}")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Changes a person's profile; needs If-Match")
  ResponseEntity<PersonJson> update(
      @PathVariable long id,
      @RequestBody Input input,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    long version = find(id).version();
    Versions.check(ifMatch, version);
    return tagged(people.update(id, input.profile(), version));
  }

  private Person find(long id) {
    return people.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private static ResponseEntity<PersonJson> tagged(Person person) {
    return ResponseEntity.ok().eTag(Versions.etag(person.version())).body(PersonJson.of(person));
  }
}
