package jp.chukan.gateway.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import jp.chukan.contract.code.MunicipalityCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("政令指定都市の行政区")
class DesignatedCitiesTest {
  private final DesignatedCities cities = new DesignatedCities();

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "01101,01100", "01110,01100", "04101,04100", "04105,04100", "11101,11100", "11110,11100",
    "12101,12100", "12106,12100", "14101,14100", "14118,14100", "14131,14130", "14137,14130",
    "14151,14150", "14153,14150", "15101,15100", "15108,15100", "22101,22100", "22103,22100",
    "22131,22130", "22137,22130", "22138,22130", "22140,22130", "23101,23100", "23116,23100",
    "26101,26100", "26111,26100", "27102,27100", "27128,27100", "27141,27140", "27147,27140",
    "28101,28100", "28111,28100", "33101,33100", "33104,33100", "34101,34100", "34108,34100",
    "40101,40100", "40109,40100", "40131,40130", "40137,40130", "43101,43100", "43105,43100"
  })
  void aWardStandsForItsCity(String ward, String city) {
    assertThat(cities.cityOf(new MunicipalityCode(ward))).isEqualTo(new MunicipalityCode(city));
  }

  @ParameterizedTest
  @CsvSource({
    "01100", "01111", "01202", "04202", "14129", "14138", "14201", "22141", "27129", "27148",
    "28112", "40138", "43106", "43201", "00000", "99999"
  })
  void whatIsNoWardStaysAsItIs(String municipality) {
    assertThat(cities.cityOf(new MunicipalityCode(municipality)))
        .isEqualTo(new MunicipalityCode(municipality));
  }

  @Test
  void theSpecialWardsOfTokyoAreInstitutionsOfTheirOwn() {
    assertThat(
            IntStream.rangeClosed(13101, 13123)
                .mapToObj(String::valueOf)
                .map(MunicipalityCode::new))
        .allSatisfy(ward -> assertThat(cities.cityOf(ward)).isEqualTo(ward));
  }
}
