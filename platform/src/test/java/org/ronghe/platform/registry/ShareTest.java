package org.ronghe.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
  @ParameterizedTest
  @CsvSource({
    "1/3, 1/3",
    "2 / 6, 1/3",
    "33.5%, 67/200",
    "100%, 1",
    "100 %, 1",
    "0.25, 1/4",
    "1, 1",
    "１／４, 1/4",
    "５０％, 1/2"
  })
  void readsWhatPeopleWrite(String text, String share) {
    assertThat(Share.find(text).map(Share::text)).contains(share);
  }

  @ParameterizedTest
  @CsvSource({"1, 100 %", "1/2, 50 %", "1/8, 12.5 %", "1/3, 1/3", "1/800, 1/800", "half, half"})
  void isReadAsPercentWhereTwoPlacesTellItExactly(String share, String shown) {
    assertThat(Share.shown(share)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "0", "0%", "0/3", "3/0", "4/3", "101%", "-1/3", "1/3/3", "a third", "1e3", "2"
      })
  void readsNothingElse(String text) {
    assertThat(Share.find(text)).isEmpty();
  }

  @Test
  void thirdsAreTogetherTheWholeAndDecimalsOfThemAreNot() {
    Share third = new Share(1, 3);
    Share rounded = Share.find("33.33%").orElseThrow();
    assertThat(Share.isWhole(Arrays.asList(third, third, third))).isTrue();
    assertThat(Share.isWhole(Arrays.asList(rounded, rounded, rounded))).isFalse();
    assertThat(Share.isWhole(Arrays.asList())).isFalse();
  }

  @Test
  void anyWholeCutInPartsIsTheWholeAgainAndWithoutOneItIsNot() {
    long seed = 20_260_411;
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int[] parts =
          IntStream.range(0, 2 + random.nextInt(40)).map(i -> 1 + random.nextInt(999)).toArray();
      long whole = Arrays.stream(parts).sum();
      var shares = Arrays.stream(parts).mapToObj(part -> new Share(part, whole)).toList();
      assertThat(Share.isWhole(shares)).as("seed %d round %d", seed, round).isTrue();
      assertThat(Share.isWhole(shares.subList(1, shares.size()))).isFalse();
      assertThat(
              Share.isWhole(Stream.concat(shares.stream(), Stream.of(new Share(1, 999))).toList()))
          .isFalse();
    }
  }

  @Test
  void thereIsNoShareOfNothing() {
    assertThatThrownBy(() -> new Share(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Share.find("1/999999999999")).isEqualTo(Optional.of(new Share(1, 999_999_999_999L)));
  }
}
