package jp.chukan.gateway.provision;

import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.ProvisionReceipt;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.testing.ProvisionDraft;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("受領の保管")
class KeepReceiptIT {
  private static final byte[] ANSWER = "a signed answer".getBytes(StandardCharsets.UTF_8);
  private static final ProcessingNumber NUMBER = ProvisionDraft.freshNumber();

  private static ProvisionBed bed;

  @BeforeAll
  static void start() {
    bed = new ProvisionBed();
  }

  @BeforeEach
  void work() {
    bed.dataSource.work();
  }

  @Test // MS-78, JN-02
  void theReceiptOfThisAnswerIsKeptOnceWithTheCommunication() {
    ProcessingNumber number = ProvisionDraft.freshNumber();
    byte[] receipt = bed.network.sign(receipt(number, ANSWER));
    keep(number, receipt);
    keep(number, receipt);
    assertThat(kept(number)).isEqualTo(1);
    assertThat(bed.communications(number.value()))
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.direction()).isEqualTo(Direction.SENT);
              assertThat(sent.peer()).isEqualTo(NETWORK);
              assertThat(sent.messageType()).isEqualTo(ProvisionAnswer.TYPE_ID);
              assertThat(sent.error()).isNull();
            });
  }

  /**
   * A receipt that proves nothing.
   *
   * @param name what is wrong
   * @param receipt as it came
   * @param expected what must be said
   */
  record Worthless(String name, Supplier<byte[]> receipt, ErrorCode expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Worthless> receipts() {
    return Stream.of(
        new Worthless(
            "receipt-of-other-answer",
            () -> bed.network.sign(receipt(NUMBER, new byte[] {1})),
            ErrorCode.TKY_RECEIPT_MISMATCH),
        new Worthless(
            "receipt-of-other-exchange",
            () -> bed.network.sign(receipt(ProvisionDraft.freshNumber(), ANSWER)),
            ErrorCode.TKY_RECEIPT_MISMATCH),
        new Worthless("receipt-not-signed", () -> receipt(NUMBER, ANSWER), ErrorCode.SCM_SIGNATURE),
        new Worthless(
            "receipt-signed-by-the-inquirer",
            () ->
                new DocumentSigner(bed.keys.authority().signingKey(MINISTER), bed.clock)
                    .sign(receipt(NUMBER, ANSWER)),
            ErrorCode.SCM_CERTIFICATE_INSTITUTION),
        new Worthless(
            "receipt-signed-by-an-impostor-of-the-network",
            () ->
                new DocumentSigner(
                        TestAuthority.impostorAt(bed.clock.instant()).signingKey(NETWORK),
                        bed.clock)
                    .sign(receipt(NUMBER, ANSWER)),
            ErrorCode.SCM_CERTIFICATE_ISSUER),
        new Worthless(
            "no-receipt-at-all",
            () -> bed.network.sign("<thanks/>".getBytes(StandardCharsets.UTF_8)),
            ErrorCode.SYM_MESSAGE_TYPE));
  }

  /** Result: it is thrown, so that the broker has the answer sent again. */
  @ParameterizedTest(name = "{0}") // MS-78, JN-27
  @MethodSource("receipts")
  void aReceiptThatProvesNothingIsNotKept(Worthless worthless) {
    byte[] receipt = worthless.receipt().get();
    assertThatThrownBy(() -> keep(NUMBER, receipt))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(worthless.expected()));
    assertThat(kept(NUMBER)).isZero();
    assertThat(bed.communications(NUMBER.value())).isEmpty();
  }

  @Test // MS-78
  void aReceiptWhoseKeepingBreaksOffIsKeptLater() {
    ProcessingNumber number = ProvisionDraft.freshNumber();
    byte[] receipt = bed.network.sign(receipt(number, ANSWER));
    for (int step = 1; step <= 4; step++) {
      bed.dataSource.failAfter(step);
      assertThatThrownBy(() -> keep(number, receipt)).isInstanceOf(RuntimeException.class);
      assertThat(kept(number)).isZero();
      assertThat(bed.communications(number.value())).isEmpty();
    }
    bed.dataSource.work();
    keep(number, receipt);
    assertThat(kept(number)).isEqualTo(1);
  }

  private static void keep(ProcessingNumber number, byte[] receipt) {
    bed.bean(KeepReceipt.class).keep(ISHINOMAKI, number, ANSWER, receipt);
  }

  private static long kept(ProcessingNumber number) {
    return bed.database
        .everything()
        .sql(
            """
            select count(*) from provision_receipt
             where processing_number = ? and answer_digest = sha256(?)
            """)
        .params(number.value(), ANSWER)
        .query(Long.class)
        .single();
  }

  private static byte[] receipt(ProcessingNumber number, byte[] answer) {
    return XmlMessages.write(
        new ProvisionReceipt(
            MessageHeader.request(
                new MessageId("receipt-of-a-test"),
                ProvisionReceipt.TYPE_ID,
                new SystemIdentifier("K000000009"),
                new SystemIdentifier("K000000001")),
            new ProvisionReceipt.Body(number, Sha256.of(answer), bed.clock.instant())));
  }
}
