package jp.chukan.mocknetwork.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileWriter;
import jp.chukan.contract.inquiryfile.ResultLine;
import jp.chukan.mocknetwork.coresystem.Persons;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.testing.AskingServer;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("業務に渡った結果と提供者の持つもの")
class ResultComparisonIT {
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final InstitutionCode SETAGAYA = new InstitutionCode("0220113112101700");
  private static final List<ItemCode> ITEMS =
      List.of(new ItemCode("TK00000000002204"), new ItemCode("TK00000000002228"));

  private final RunningCountry country = RunningCountry.get();
  private final AskingServer server = new AskingServer(country.keys(), ISHINOMAKI);
  private final ByteArrayOutputStream result = new ByteArrayOutputStream();
  private final ResultFileWriter writer = new ResultFileWriter(result, ResultEncoding.UTF_8);

  @BeforeEach
  void letIshinomakiKnowPersons() {
    country.post("permission-lists", "{}");
    country.post("municipalities/" + ISHINOMAKI + "/linkage-codes", "{\"from\":0,\"to\":2}");
  }

  private void ask(String number, int refusedPercent) {
    country.post(
        "providers/" + SETAGAYA + "/behaviour",
        "{\"heldPercent\":0,\"silentPercent\":0,\"refusedPercent\":" + refusedPercent + "}");
    LinkageCode person =
        country
            .bean(Persons.class)
            .codeAt(
                ISHINOMAKI, country.bean(Municipalities.class).resident(ISHINOMAKI, 1).recordCode())
            .orElseThrow();
    var question =
        new AskingServer.Question(number, SETAGAYA, "027", "TM00000000000002", person, ITEMS);
    var response =
        country.send(
            "gateway-client",
            HttpRequest.newBuilder(country.https("/interface/inquiries"))
                .header("Content-Type", "application/cms")
                .POST(HttpRequest.BodyPublishers.ofByteArray(server.signed(question)))
                .build());
    assertThat(response.statusCode()).isEqualTo(200);
  }

  private void write(String number, InquiryStatus status, List<String> values) throws IOException {
    writer.write(
        new ResultLine(
            List.of(),
            SETAGAYA,
            new ReceptionNumber("RECEPTION1"),
            Instant.parse("2026-11-01T00:00:00Z"),
            new ProcessingNumber(number),
            null,
            null,
            status,
            null,
            null,
            null,
            values));
  }

  @Test // JN-13
  @DisplayName("同じなら一致、値が違うか、答えがあるはずの行にないなら相違")
  void tellsEveryLineThatSaysSomethingElse() throws IOException {
    ask("COMPARE1PROVIDED", 0);
    ask("COMPARE2REFUSED", 100);
    var held = country.get("exchanges/COMPARE1PROVIDED/original").path("items");
    List<String> values = new ArrayList<>();
    ITEMS.forEach(item -> values.add(held.path(item.value()).asText()));

    write("COMPARE1PROVIDED", InquiryStatus.COMPLETED, values);
    write("COMPARE1PROVIDED", InquiryStatus.COMPLETED, List.of("1", "2"));
    write("COMPARE1PROVIDED", InquiryStatus.DECLINED, List.of());
    write("COMPARE2REFUSED", InquiryStatus.DECLINED, List.of());
    write("COMPARE2REFUSED", InquiryStatus.COMPLETED, values);
    write("COMPARE3UNKNOWN", InquiryStatus.UNANSWERED, List.of());

    var comparison = country.bean(ResultComparison.class).compare(result.toByteArray());
    assertThat(comparison.lines()).isEqualTo(6);
    assertThat(comparison.differences()).containsExactly(2, 3, 5);
    assertThat(comparison.matching()).isEqualTo(2);
    assertThat(comparison.notCompared()).isEqualTo(1);
    assertThat(comparison.byStatus()).containsEntry(InquiryStatus.COMPLETED, 3);
  }
}
