package org.ronghe.platform.facts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Identifier;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Identifiers of people and works for programs; those of organisations stand in [OrganisationApi].
@RestController
@Tag(name = "identifiers", description = "Identifiers of people and works")
class IdentifierApi {
  private static final String OF_PEOPLE = "/api/v1/people/{id}/identifiers";
  private static final String OF_WORKS = "/api/v1/works/{id}/identifiers";

  private final Identifiers identifiers;
  private final SubjectHeads heads;

  IdentifierApi(Identifiers identifiers, SubjectHeads heads) {
    this.identifiers = identifiers;
    this.heads = heads;
  }

  @GetMapping({OF_PEOPLE, OF_WORKS})
  @Allow(Rule.DATA)
  @Operation(summary = "Lists identifiers, retracted ones too")
  List<Identifier> list(@PathVariable long id, HttpServletRequest request) {
    demand(id, request);
    return identifiers.of(id);
  }

  @PostMapping({OF_PEOPLE, OF_WORKS})
  @Allow(Rule.SIGNED_IN)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Enters an identifier; a wrong one is answered with the reason")
  Identifier add(
      @PathVariable long id,
      @RequestBody OrganisationApi.IdentifierInput input,
      HttpServletRequest request) {
    demand(id, request);
    return identifiers.add(id, input.identifier());
  }

  @DeleteMapping({OF_PEOPLE + "/{identifier}", OF_WORKS + "/{identifier}"})
  @Allow(Rule.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Says that an identifier never was theirs")
  void retract(
      @PathVariable long id,
      @PathVariable long identifier,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    demand(id, request);
    if (identifiers.of(id).stream().noneMatch(known -> known.id() == identifier)) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    identifiers.retract(identifier, reason);
  }

  /// A work is not found among people.
  private void demand(long id, HttpServletRequest request) {
    boolean person = request.getRequestURI().startsWith("/api/v1/people/");
    heads.get(person ? SubjectKind.PERSON : SubjectKind.WORK, id);
  }
}
