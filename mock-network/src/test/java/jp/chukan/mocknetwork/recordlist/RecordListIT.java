package jp.chukan.mocknetwork.recordlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.document.ExchangeRecordList;
import jp.chukan.contract.document.ReportedExchange;
import jp.chukan.contract.document.ReportedExchange.Keeper;
import jp.chukan.contract.document.ReportedExchange.Outcome;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.mocknetwork.testing.Provider;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the network hands out about 足立区, which is asked here and never answers. */
@DisplayName("情報提供等記録の照合リスト")
class RecordListIT {
  private static final InstitutionCode MINISTER = new InstitutionCode("0450000000001700");
  private static final InstitutionCode ADACHI = new InstitutionCode("0220113121101700");
  private static final Instant FROM =
      java.time.Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

  private final RunningCountry country = RunningCountry.get();
  private final Provider server = new Provider(country.keys());

  @BeforeEach
  void publishTheList() {
    country.post("permission-lists", "{}");
  }

  @AfterEach
  void right() {
    country.post("record-list-faults", "{}");
  }

  private String asked(int resident) {
    return country
        .post(
            "inquiries",
            "{\"inquirer\":\"%s\",\"provider\":\"%s\",\"item\":\"1\",\"resident\":%d}"
                .formatted(MINISTER.value(), ADACHI.value(), resident))
        .path("processingNumber")
        .asText();
  }

  private ExchangeRecordList list(String... faults) {
    country.post(
        "record-list-faults",
        "{\"faults\":[%s]}"
            .formatted(
                String.join(",", List.of(faults).stream().map(one -> '"' + one + '"').toList())));
    return XmlDocuments.read(
        ExchangeRecordList.class, server.verified(fetch("gateway-client").body()));
  }

  private HttpResponse<byte[]> fetch(String keyName) {
    return country.send(
        keyName,
        HttpRequest.newBuilder(
                country.https(
                    "/interface/exchange-records?institution=%s&from=%s&to=%s"
                        .formatted(ADACHI.value(), FROM, FROM.plus(Duration.ofHours(1)))))
            .build());
  }

  private static List<ReportedExchange> of(ExchangeRecordList list, String number) {
    return list.records().stream().filter(one -> one.number().value().equals(number)).toList();
  }

  @Test // MS-74
  @DisplayName("ネットワークと相手の記録を、署名して渡す")
  void handsOutTheRecordsOfNetworkAndInquirer() {
    String number = asked(11);
    ExchangeRecordList list = list();
    assertThat(list.institution()).isEqualTo(ADACHI);
    assertThat(list.from()).isEqualTo(FROM);
    assertThat(list.reportingParties()).contains(MINISTER).doesNotContain(ADACHI);
    assertThat(of(list, number))
        .extracting(ReportedExchange::keeper, ReportedExchange::outcome)
        .containsExactly(
            tuple(Keeper.NETWORK, Outcome.PENDING), tuple(Keeper.INQUIRER, Outcome.PENDING));
    assertThat(fetch("stranger-client").statusCode()).isNotEqualTo(200);
  }

  @Test // MS-74
  @DisplayName("命じられたとおりに、最初の記録を誤らせる")
  void spoilsTheFirstExchangeAsOrdered() {
    asked(12);
    ExchangeRecordList right = list();
    ReportedExchange first = right.records().getFirst();
    String number = first.number().value();
    assertThat(of(list("NETWORK_LEFT_OUT"), number))
        .extracting(ReportedExchange::keeper)
        .containsExactly(Keeper.INQUIRER);
    assertThat(of(list("PARTY_LEFT_OUT"), number))
        .extracting(ReportedExchange::keeper)
        .containsExactly(Keeper.NETWORK);
    assertThat(list("ADDED").records()).hasSize(right.records().size() + 1);
    assertThat(of(list("OTHER_TIME"), number).getFirst().inquiredAt())
        .isEqualTo(first.inquiredAt().plus(Duration.ofMinutes(5)));
    assertThat(of(list("OTHER_OUTCOME"), number).getFirst().outcome()).isEqualTo(Outcome.PROVIDED);
    assertThat(of(list("PARTY_OUTCOME"), number).getLast().outcome()).isEqualTo(Outcome.PROVIDED);
    assertThat(list("OTHER_PERIOD").from()).isBefore(FROM);
    assertThatThrownBy(() -> list("FORGED_SIGNATURE")).isInstanceOf(InvalidInputException.class);
  }
}
