package jp.chukan.mocknetwork.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.chukan.mocknetwork.projectdata.ProjectTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermittedLinksTest {
  private final PermittedLinks links = new PermittedLinks();

  @ParameterizedTest // MU-19 MU-21
  @CsvSource({
    "MUNICIPAL_SERVER, 08220, ADDRESSEE_HUB, 08220",
    "ADDRESSEE_HUB, 08220, MUNICIPAL_SERVER, 08220",
    "PREFECTURAL_SERVER, 08, ADDRESSEE_HUB, 08220",
    "ADDRESSEE_HUB, 08220, PREFECTURAL_SERVER, 08",
    "ADDRESSEE_HUB, 08220, NATIONAL_SERVER, ''",
    "RESIDENT_RECORDS, 08220, PREFECTURAL_SERVER, 08",
    "RESIDENT_RECORDS, 08220, NATIONAL_SERVER, ''",
    "MUNICIPAL_SERVER, 08220, NATIONAL_SERVER, ''",
    "RESIDENT_RECORDS, 08220, CORE_SYSTEM, ''",
    "ADDRESSEE_HUB, 08220, CORE_SYSTEM, ''",
    "KIOSK, '', RESIDENT_RECORDS, 08220",
  })
  void thereIsNoOtherWay(SystemKind from, String fromPlace, SystemKind to, String toPlace) {
    assertThat(permit(from, fromPlace, to, toPlace)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "RESIDENT_RECORDS, 08220, MUNICIPAL_SERVER, 08220",
    "MUNICIPAL_SERVER, 08220, PREFECTURAL_SERVER, 08",
    "PREFECTURAL_SERVER, 08, MUNICIPAL_SERVER, 08220",
    "PREFECTURAL_SERVER, 08, NATIONAL_SERVER, ''",
  })
  void theRegisterNetworkGoesStepByStep(
      SystemKind from, String fromPlace, SystemKind to, String toPlace) {
    assertThat(permit(from, fromPlace, to, toPlace)).isTrue();
  }

  @ParameterizedTest // JN-09
  @CsvSource({
    "RESIDENT_RECORDS, 08220, MUNICIPAL_SERVER, 13121",
    "MUNICIPAL_SERVER, 08220, PREFECTURAL_SERVER, 13",
    "PREFECTURAL_SERVER, 08, MUNICIPAL_SERVER, 13121",
  })
  void nobodyReachesThoseOfAnotherPlace(
      SystemKind from, String fromPlace, SystemKind to, String toPlace) {
    assertThat(permit(from, fromPlace, to, toPlace)).isFalse();
  }

  @Test
  void everyRowOfTheTableNamesItsSource() {
    assertThat(ProjectTable.rows("links.tsv"))
        .allSatisfy(
            row -> {
              assertThat(row.cell("what")).isNotEmpty();
              assertThat(row.cell("source")).matches("[TIG]:[0-9]+");
            });
  }

  @Test
  void aSystemBelongsWhereItsKindSays() {
    assertThatThrownBy(() -> new CountrySystem(SystemKind.MUNICIPAL_SERVER, "08"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CountrySystem(SystemKind.NATIONAL_SERVER, "08220"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean permit(SystemKind from, String fromPlace, SystemKind to, String toPlace) {
    return links.permit(new CountrySystem(from, fromPlace), new CountrySystem(to, toPlace));
  }
}
