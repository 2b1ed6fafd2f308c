package jp.chukan.gateway.inquiry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.Outbox;
import jp.chukan.gateway.kernel.OutgoingMessage;
import jp.chukan.gateway.kernel.OutgoingQueue;
import jp.chukan.gateway.testing.InquiryAnswerDraft;
import jp.chukan.gateway.testing.RunningGateway;

/**
 * An inquiry of 石巻市 that was accepted, over the network and back, for the tests of other packages.
 */
public final class InquiryExchange {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final String CMS = "application/cms";

  private final RunningGateway gateway;
  private final InquiryRow row = new InquiryRow();

  public InquiryExchange(RunningGateway gateway) {
    this.gateway = gateway;
  }

  /** What is known here of the person asked about. */
  public List<String> personal() {
    return List.of(row.addressee(), row.linkageCode().value(), InquiryAnswerDraft.HEAD_NAME);
  }

  public String number() {
    return row.number.value();
  }

  /** Sends the inquiry, has its receipt kept and its answer opened. */
  public void conduct(Instant now) throws IOException, InterruptedException {
    row.state = InquiryState.ACCEPTED;
    row.insert(gateway.database().everything(), now);
    OutgoingInquiry outgoing =
        Objects.requireNonNull(
            gateway.context().getBean(SendInquiry.class).prepare(row.institution, row.number));
    byte[] receipt =
        SendInquiryIT.receipt(gateway.keys().networkSigner(), row.number, outgoing.digest(), null);
    gateway
        .network()
        .stubFor(
            post("/interface/inquiries")
                .withRequestBody(containing(number()))
                .willReturn(aResponse().withHeader("Content-Type", CMS).withBody(receipt)));
    leave(gateway, row);
    awaitState(InquiryState.SENT);
    InquiryAnswerDraft draft =
        new InquiryAnswerDraft(
            gateway.keys(),
            row.number,
            gateway.keys().decryptionKey(row.institution),
            row.provider,
            now);
    assertThat(
            gateway
                .post(
                    "network-client",
                    "/network/" + row.institution + "/inquiry-answers",
                    CMS,
                    draft.message())
                .statusCode())
        .isEqualTo(202);
    awaitState(InquiryState.PROVIDED);
  }

  /** Puts an inquiry into the outbox, as its acceptance does. */
  static void leave(RunningGateway gateway, InquiryRow row) {
    gateway
        .context()
        .getBean(InstitutionTransactions.class)
        .run(
            row.institution,
            () ->
                gateway
                    .context()
                    .getBean(Outbox.class)
                    .put(
                        new OutgoingMessage(
                            row.institution,
                            OutgoingQueue.INQUIRY,
                            NetworkInquiry.TYPE_ID,
                            row.number,
                            "inquiry:" + row.institution + ":" + row.number,
                            row.number.value().getBytes(StandardCharsets.US_ASCII),
                            null)));
  }

  private void awaitState(InquiryState expected) {
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(
                        gateway
                            .database()
                            .everything()
                            .sql("select state from inquiry where processing_number = ?")
                            .param(number())
                            .query(String.class)
                            .single())
                    .isEqualTo(expected.name()));
  }
}
