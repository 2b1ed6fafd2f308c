package jp.chukan.command.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.chukan.command.demo.ExchangeRecords.Row;
import org.junit.jupiter.api.Test;

final class CompareRecordsTest {
  private static final Row PROVIDED = row("PROVIDED", "");
  private static final Row REFUSED = row("REFUSED", "TKY-0108");

  @Test
  void equalRecordsHaveNoDifference() {
    var records = Map.of("1", List.of(PROVIDED), "2", List.of(REFUSED));
    assertThat(CompareRecords.differences("provider", records, records)).isEmpty();
  }

  @Test
  void anotherOutcomeIsADifference() {
    assertThat(differences(Map.of("1", List.of(PROVIDED)), Map.of("1", List.of(REFUSED))))
        .singleElement()
        .asString()
        .startsWith("1: network ");
  }

  @Test
  void aRecordThatOneSideDoesNotHaveIsADifference() {
    assertThat(differences(Map.of("1", List.of(PROVIDED)), Map.of())).hasSize(1);
    assertThat(differences(Map.of(), Map.of("1", List.of(PROVIDED)))).hasSize(1);
  }

  @Test
  void twoRecordsOfOneExchangeAreADifferenceEvenWhenBothSidesHaveThem() {
    var twice = Map.of("1", List.of(PROVIDED, PROVIDED));
    assertThat(differences(twice, twice)).hasSize(1);
  }

  private static List<String> differences(
      Map<String, List<Row>> network, Map<String, List<Row>> providers) {
    return CompareRecords.differences("provider", network, providers);
  }

  private static Row row(String outcome, String errorCode) {
    return new Row(
        "inquirer", "provider", "affair", "procedure", "information", outcome, errorCode);
  }
}
