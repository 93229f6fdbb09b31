package org.ronghe.match.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganisationRegisterTest {
  private final OrganisationRegister register =
      new OrganisationRegister(
          List.of(
              organisation("wuhan", "Wuhan University", "武汉大学", "Wuhan", "CN"),
              organisation("whut", "Wuhan University of Technology", "武汉理工大学", "Wuhan", "CN"),
              organisation("oxford", "University of Oxford", "Oxford Univ", "Oxford", "GB"),
              organisation("newhaven", "University of New Haven", "UNH", "West Haven", "US"),
              organisation("yale", "Yale University", "Universidad Yale", "New Haven", "US"),
              organisation(
                  "physics1", "Institute of Physics", "Physics Institute", "Belgrade", "RS"),
              organisation("physics2", "Institute of Physics", "Institut fyziky", "Prague", "CZ")));

  @Test
  void readsAffiliationsOfBothLanguagesAndAbbreviations() {
    assertThat(id("School of Computing, Wuhan University, Wuhan 430072, China")).contains("wuhan");
    assertThat(id("武汉理工大学材料学院，湖北武汉")).contains("whut");
    assertThat(id("Dept. Chemistry, Univ. Oxford, UK")).contains("oxford");
  }

  @Test
  void theLongerNameWins() {
    assertThat(id("Wuhan University of Technology, Wuhan, China")).contains("whut");
  }

  @Test
  void aNameDoesNotReachFromTheMiddleOfOnePartIntoTheNext() {
    assertThat(id("Yale University, New Haven, Connecticut, USA")).contains("yale");
  }

  @Test
  void ofEqualNamesThePlaceDecidesAndWithoutOneNobodyIsAnswered() {
    assertThat(id("Institute of Physics, Prague, Czech Republic")).contains("physics2");
    assertThat(id("Institute of Physics")).isEmpty();
  }

  @Test
  void anotherCountryRulesOut() {
    assertThat(id("University of Oxford, Mississippi, USA")).isEmpty();
  }

  @Test
  void nobodyIsAnsweredForAPlaceOrADepartment() {
    assertThat(id("Ophthalmology; and")).isEmpty();
    assertThat(id("Wuhan, China")).isEmpty();
  }

  private Optional<String> id(String affiliation) {
    return register.find(affiliation).map(answer -> answer.organisation().id());
  }

  private static Organisation organisation(
      String id, String name, String other, String city, String country) {
    return new Organisation(
        id, List.of(name, other), List.of(), List.of(city), country, true, false);
  }
}
