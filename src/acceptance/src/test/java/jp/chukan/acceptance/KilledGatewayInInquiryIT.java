package jp.chukan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.client.InquiryFileState;
import jp.chukan.command.inquiry.InquiryPlan;
import jp.chukan.command.inquiry.Parties;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.ResultLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("情報照会中の中間サーバーの強制停止")
class KilledGatewayInInquiryIT {
  private static final int LINES = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir private Path folder;

  private final SharedInstallation shared = SharedInstallation.get();
  private final SharedInquiries inquiries = SharedInquiries.get();

  @Test // MS-21, MS-24, MS-74
  void aFileThatTheKilledServerHadHalfDoneEndsLikeAnUndisturbedOne() throws IOException {
    Parties parties = inquiries.parties();
    ReceptionNumber undisturbed = inquiries.submit(folder, InquiryPlan.withDefects(parties, LINES));
    awaitComplete(undisturbed);
    List<ResultLine> expected = inquiries.results(folder, undisturbed);

    // the same questions at another time are other inquiries
    ReceptionNumber disturbed =
        inquiries.submit(
            folder,
            InquiryPlan.withDefects(parties.at(parties.requestedAt().plusSeconds(60)), LINES));
    InquiryFileState half = awaitSomeEnded(disturbed);
    shared.installation().killGateway();
    assertThat(half.complete()).as("killed in the middle").isFalse();
    shared.installation().startGateway();

    awaitComplete(disturbed);
    List<ResultLine> results = inquiries.results(folder, disturbed);
    assertThat(results.stream().map(KilledGatewayInInquiryIT::content).toList())
        .isEqualTo(expected.stream().map(KilledGatewayInInquiryIT::content).toList());
    for (ProcessingNumber number : exchanges(results)) {
      assertThat(
              shared.municipality(SharedInstallation.ISHINOMAKI).provisionRecords(number.value()))
          .as("records of " + number)
          .hasSize(1);
    }
    assertThat(exchanges(results)).doesNotHaveDuplicates();
  }

  private InquiryFileState awaitSomeEnded(ReceptionNumber number) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> inquiries.state(number), state -> state.ended() > LINES / 5);
  }

  private void awaitComplete(ReceptionNumber number) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> inquiries.state(number).complete());
  }

  private static List<ProcessingNumber> exchanges(List<ResultLine> results) {
    List<ProcessingNumber> numbers = new ArrayList<>();
    for (ResultLine line : results) {
      if (line.processingNumber() != null) {
        numbers.add(line.processingNumber());
      }
    }
    return numbers;
  }

  /** Everything but numbers and times. */
  private static List<Object> content(ResultLine line) {
    List<Object> content = new ArrayList<>(line.fields());
    content.remove(InquiryField.REQUESTED_AT.ordinal());
    content.add(line.status());
    content.add(String.valueOf(line.errorCode()));
    content.add(String.valueOf(line.message()));
    content.add(String.valueOf(line.informationStatus()));
    content.add(String.valueOf(line.informationMessage()));
    content.addAll(line.values());
    return content;
  }
}
