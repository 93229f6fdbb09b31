package org.ronghe.atlas.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.atlas.locate.Gazetteer.Place;

class GazetteerTest {
  private final Gazetteer gazetteer = Gazetteer.bundled();

  @Test
  void holdsTheWorldsPlaces() {
    assertThat(gazetteer.size()).isBetween(120_000, 150_000);
  }

  @ParameterizedTest
  @CsvSource({
    "MIT, 42.3601, -71.0942, Cambridge, US, MA",
    "Longwood in Boston, 42.3365, -71.1045, Boston, US, MA",
    "Somerville beside Boston, 42.3950, -71.1000, Cambridge, US, MA",
    "Stanford, 37.4275, -122.1697, Palo Alto, US, CA",
    "La Jolla in San Diego, 32.8470, -117.2740, San Diego, US, CA",
    "Brooklyn, 40.6501, -73.9496, New York City, US, NY",
    "Bethesda, 38.9847, -77.0947, Washington, US, DC",
    "Villejuif by Paris, 48.7939, 2.3592, Paris, FR, 11",
    "Garching by Munich, 48.2489, 11.6532, Munich, DE, 02",
    "Tsinghua, 40.0000, 116.3260, Beijing, CN, 22",
    "Zhangjiang in Shanghai, 31.2050, 121.6000, Shanghai, CN, 23",
    "Optics Valley of Wuhan, 30.5130, 114.4120, Wuhan, CN, 12",
    "Kowloon Tong, 22.3360, 114.1750, Hong Kong, HK, HCW",
    "Nanshan in Shenzhen, 22.5330, 113.9300, Shenzhen, CN, 30",
    "Kawasaki beside Tokyo, 35.5206, 139.7172, Kawasaki, JP, 19",
    "Cambridge in England, 52.2040, 0.1200, Cambridge, GB, ENG",
    "Macao, 22.2000, 113.5460, Macao, MO, 02",
    "Daejeon, 36.3690, 127.3620, Daejeon, KR, 19",
  })
  void namesAPointByTheCityAReaderKnows(
      String what, double lat, double lon, String city, String country, String admin1) {
    assertThat(gazetteer.findCity(lat, lon))
        .as(what)
        .hasValueSatisfying(place -> {
          assertThat(place.name()).isEqualTo(city);
          assertThat(place.country()).isEqualTo(country);
          assertThat(place.admin1()).isEqualTo(admin1);
        });
  }

  @Test
  void theOceanHasNoName() {
    assertThat(gazetteer.findCity(0, -150)).isEmpty();
    assertThat(gazetteer.findNearest(0, -150, 10)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> gazetteer.findCity(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> gazetteer.findCity(91, 0));
  }

  @Test
  void nearestAgreesWithLookingAtEveryPlace() {
    var all = gazetteer.placesWithin(-90, -180, 90, 180, _ -> true);
    long seed = 20261123;
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 60; i++) {
      double lat = Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
      // Every third point lies by the antimeridian.
      double lon =
          i % 3 == 0
              ? Math.copySign(180 - random.nextDouble(2), i - 30)
              : random.nextDouble(-180, 180);
      double nearestKm =
          all.stream().mapToDouble(place -> kilometers(place, lat, lon)).min().orElseThrow();
      var found = gazetteer.findNearest(lat, lon, nearestKm * 1.000001 + 1e-6);
      assertThat(found)
          .as("seed %d, %f, %f", seed, lat, lon)
          .hasValueSatisfying(place ->
              assertThat(kilometers(place, lat, lon)).isLessThanOrEqualTo(nearestKm + 1e-6));
    }
  }

  @Test
  void anAreaMayLieAcrossTheAntimeridian() {
    var fiji = gazetteer.placesWithin(-20, 176, -12, -178, _ -> true);
    assertThat(fiji).extracting(Place::country).contains("FJ").doesNotContain("BR", "MG");
    assertThat(fiji)
        .anyMatch(place -> place.lonDegrees() > 0)
        .isSortedAccordingTo((a, b) -> Integer.compare(b.population(), a.population()));
  }

  @Test
  void nobodyIsCountedTwice() {
    var newYork =
        gazetteer.placesWithin(40.5, -74.3, 40.95, -73.7, place -> place.admin1().equals("NY"));
    assertThat(newYork).extracting(Place::name).contains("New York City");
    assertThat(newYork)
        .extracting(Place::name)
        .doesNotContain("Brooklyn", "Manhattan", "Queens", "Astoria");
  }

  @Test
  void findsANameWithoutItsDiacriticsButNotFarAway() {
    assertThat(gazetteer.findNamed("Zurich", 47.4, 8.5, 50))
        .map(Place::chineseName)
        .hasValue("苏黎世");
    assertThat(gazetteer.findNamed("Zurich", 31, 121, 50)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tokyo–Yokohama|JP|东京–横滨",
        "Shenzhen–Hong Kong–Guangzhou|CN HK|深圳–香港–广州",
        "San Jose–San Francisco, CA|US|圣何塞–旧金山",
        "Boston–Cambridge, MA|US|波士顿–剑桥",
        "Washington, DC–Baltimore, MD|US|华盛顿–巴尔的摩",
        "New York City, NY|US|纽约",
        "Xi'an|CN|西安",
        "Macao SAR–Zhuhai|CN MO|澳门–珠海",
        "Santiago|CL|圣地亚哥",
        "Cologne–Atlantis|DE|科隆–Atlantis",
      })
  void clustersHaveChineseNames(String name, String economies, String chinese) {
    assertThat(gazetteer.chineseName(name, List.of(economies.split(" ")))).isEqualTo(chinese);
  }

  private static double kilometers(Place place, double lat, double lon) {
    double a = Math.toRadians(place.latDegrees());
    double b = Math.toRadians(lat);
    double c = Math.toRadians(place.lonDegrees() - lon);
    double dot = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(c);
    return 6371.0088 * Math.acos(Math.clamp(dot, -1, 1));
  }
}
