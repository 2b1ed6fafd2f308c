package jp.chukan.command.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RecordSetTest {
  private static final ExchangeRecord PROVIDED = exchange("PROVIDED", "");
  private static final ExchangeRecord REFUSED = exchange("REFUSED", "TKY-0108");

  @Test
  void equalRecordsHaveNoDifference() {
    var exchanges = set(Map.of("1", List.of(PROVIDED), "2", List.of(REFUSED)));
    assertThat(exchanges.differences("provider", exchanges)).isEmpty();
    assertThat(exchanges.doubled()).isZero();
  }

  @Test
  void anotherOutcomeIsADifference() {
    assertThat(
            set(Map.of("1", List.of(PROVIDED)))
                .differences("provider", set(Map.of("1", List.of(REFUSED)))))
        .singleElement()
        .asString()
        .startsWith("1: network ");
  }

  @Test
  void aRecordThatOneSideDoesNotHaveIsADifference() {
    var one = set(Map.of("1", List.of(PROVIDED)));
    assertThat(one.differences("provider", set(Map.of()))).hasSize(1);
    assertThat(set(Map.of()).differences("provider", one)).hasSize(1);
    assertThat(one.without(Set.of("1")).differences("provider", set(Map.of()))).isEmpty();
  }

  @Test
  void twoRecordsOfOneExchangeAreADifferenceEvenWhenBothSidesHaveThem() {
    var twice = set(Map.of("1", List.of(PROVIDED, PROVIDED)));
    assertThat(twice.differences("provider", twice)).hasSize(1);
    assertThat(twice.doubled()).isEqualTo(1);
    assertThat(twice.size()).isEqualTo(2);
  }

  @Test
  void whatNobodyButTheInquirerBeganHasBrokenOff() {
    var pending = exchange("PENDING", "");
    var nothing = set(Map.of());
    var known = set(Map.of("2", List.of(PROVIDED)));
    var inquirers =
        set(Map.of("1", List.of(pending), "2", List.of(PROVIDED), "3", List.of(PROVIDED)));
    var records = new PartyRecords(known, known, inquirers, known);
    // an answer to what nobody was asked is a difference, not an inquiry that broke off
    assertThat(records.brokenOff()).containsExactly("1");
    assertThat(records.without(records.brokenOff()).differences()).hasSize(1);
    assertThat(new PartyRecords(nothing, nothing, inquirers, inquirers).brokenOff()).isEmpty();
    assertThat(records.numbers()).containsExactlyInAnyOrder("1", "2", "3");
  }

  @Test
  void whatWaitsForApprovalIsOpenForTheOthers() throws IOException {
    var read =
        RecordSet.of(
            new ObjectMapper()
                .readTree("[{\"processingNumber\":\"1\",\"outcome\":\"AWAITING_APPROVAL\"}]"));
    assertThat(read.of("1"))
        .singleElement()
        .satisfies(exchange -> assertThat(exchange.outcome()).isEqualTo("PENDING"));
  }

  @Test // MS-06, MS-74
  void whatWasHeldAndThenEndedIsOneExchangeThatEndedAsTheOthersWereTold() throws IOException {
    var provider =
        RecordSet.of(
            new ObjectMapper()
                .readTree(
                    """
                    [{"processingNumber": "1", "outcome": "AWAITING_APPROVAL"},
                     {"processingNumber": "1", "outcome": "REFUSED", "errorCode": "TKY-0208"}]
                    """));
    var network =
        RecordSet.of(
            new ObjectMapper()
                .readTree(
                    """
                    [{"processingNumber": "1", "outcome": "REFUSED", "errorCode": "TKY-0110"}]
                    """));
    assertThat(network.differences("provider", provider)).isEmpty();
    assertThat(provider.doubled()).isZero();
  }

  @Test
  void whatNobodyAnsweredInTimeIsOpenForTheOthers() throws IOException {
    var read =
        RecordSet.of(
            new ObjectMapper()
                .readTree(
                    "[{\"processingNumber\":\"1\",\"outcome\":\"UNANSWERED\",\"errorCode\":\"SKI-0301\"}]"));
    assertThat(read.of("1"))
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.outcome()).isEqualTo("PENDING");
              assertThat(exchange.errorCode()).isEmpty();
            });
  }

  private static RecordSet set(Map<String, List<ExchangeRecord>> exchanges) {
    var set = new RecordSet();
    exchanges.forEach((number, all) -> all.forEach(exchange -> set.add(number, exchange)));
    return set;
  }

  private static ExchangeRecord exchange(String outcome, String errorCode) {
    return new ExchangeRecord(
        "inquirer", "provider", "affair", "procedure", "information", outcome, errorCode);
  }
}
