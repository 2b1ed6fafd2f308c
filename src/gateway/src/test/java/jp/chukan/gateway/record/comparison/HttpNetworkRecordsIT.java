package jp.chukan.gateway.record.comparison;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.document.ExchangeRecordList;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The running server asks the network by TLS. */
@DisplayName("照合リストの取得")
class HttpNetworkRecordsIT {
  private final RunningGateway gateway = RunningGateway.shared();

  @Test // MS-12, MS-74
  @DisplayName("求めた団体と日のリストを取得し、応答のない日は後でやり直す")
  void theListOfADayIsFetchedAndADayWithoutOneComesAgain() {
    Instant now = gateway.context().getBean(InstantSource.class).instant();
    LocalDate day = JapanDay.of(now).minusDays(1);
    Instant from = JapanDay.startOf(day).minus(Duration.ofMinutes(10));
    Instant to = JapanDay.startOf(day.plusDays(1)).plus(Duration.ofMinutes(10));
    byte[] list =
        gateway
            .keys()
            .networkSigner()
            .sign(
                XmlDocuments.write(
                    new ExchangeRecordList(ADACHI, from, to, now, List.of(), List.of())));
    gateway
        .network()
        .stubFor(
            get(urlPathEqualTo("/interface/exchange-records"))
                .withQueryParam("institution", equalTo(ADACHI.value()))
                .withQueryParam("from", equalTo(from.toString()))
                .withQueryParam("to", equalTo(to.toString()))
                .willReturn(aResponse().withBody(list)));
    gateway.context().getBean(CompareRecords.class).compare(ADACHI, JobProgress.unfollowed());
    assertThat(newest(day).errorCode()).isNull();
    assertThat(newest(day.minusDays(1)).errorCode()).isEqualTo("TKM-0401");
  }

  private RecordComparison newest(LocalDate day) {
    return gateway
        .context()
        .getBean(InstitutionTransactions.class)
        .within(
            ADACHI, () -> gateway.context().getBean(RecordComparisons.class).of(day).getFirst());
  }
}
