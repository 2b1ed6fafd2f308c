package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.chukan.command.client.InquiryClient;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.inquiry.InquiryPlan;
import jp.chukan.command.inquiry.PermittedTuple;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.InquiryResult;

/** One inquiry by message, about somebody of whom the file got an answer. */
final class MessageInquiry {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final InquiryClient client;
  private final PermittedTuple tuple;
  private final InquiryRequest.Inquiry question;

  private MessageInquiry(
      InquiryClient client, PermittedTuple tuple, InquiryRequest.Inquiry question) {
    this.client = client;
    this.tuple = tuple;
    this.question = question;
  }

  /** Asks again what the first answered line asked, as a new record. */
  static MessageInquiry again(DemoScene scene, InquiryScene inquiry) throws IOException {
    var answered = inquiry.firstProvided(scene);
    var tuple = answered.tuple();
    return new MessageInquiry(
        inquiry.client(scene),
        tuple,
        new InquiryRequest.Inquiry(
            new RecordIdentificationNumber(UUID.randomUUID().toString()),
            inquiry.parties(scene).persons().get(answered.person()),
            tuple.affair(),
            tuple.procedure(),
            null,
            null,
            new ProviderDesignation(tuple.provider().value()),
            tuple.information(),
            List.of(),
            null,
            null,
            null));
  }

  PermittedTuple tuple() {
    return tuple;
  }

  /** Sends it; the same again is the same inquiry. */
  InquiryAcceptance.Result send() throws IOException {
    return client.inquire(InquiryPlan.DEPARTMENT, InquiryPlan.USER, List.of(question)).getFirst();
  }

  /** Sends it and waits for its end. */
  InquiryResult.Result sendAndAwait() throws IOException {
    var accepted = send();
    var number = accepted.receptionNumber();
    if (number == null) {
      throw new InstallationException("the inquiry was not accepted: " + accepted.errorCode());
    }
    return await(number);
  }

  /** The result when it has ended, or as it stands when that takes too long. */
  InquiryResult.Result await(ReceptionNumber number) throws IOException {
    Waiting.until(PATIENCE, () -> isComplete(number));
    return result(number).results().getFirst();
  }

  private boolean isComplete(ReceptionNumber number) {
    try {
      return result(number).complete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InquiryResult.Body result(ReceptionNumber number) throws IOException {
    return client.results(InquiryPlan.DEPARTMENT, InquiryPlan.USER, number);
  }
}
