package jp.chukan.gateway.replica;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.attachment.RegistrationAttachmentReader;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.SenderCheck;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.limit.LimitSettings;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.replica.RegistrationSubmission.Attachment;
import org.springframework.stereotype.Component;

/**
 * Registers or deletes 「副本」 as a system of the municipality sends them (MS-50, MS-58): the
 * attachment is read once and as a stream, its good records take effect, the others are named in
 * the result (MS-51). All of it is one transaction; the same message sent again gets the same
 * result and has no second effect.
 *
 * <p>Refused as a whole, with no effect:
 *
 * <ul>
 *   <li>{@link ErrorCode#SYM_MESSAGE_TYPE}, {@link ErrorCode#SYM_DESTINATION}, {@link
 *       ErrorCode#SCM_FOREIGN_INSTITUTION} the header is of another message, receiver or sender
 *   <li>{@link ErrorCode#DBM_ATTACHMENT_MISSING}, {@link ErrorCode#DBM_ATTACHMENT_NAME} the
 *       attachment did not come, or not under the name that the message gives
 *   <li>{@link ErrorCode#DBM_SEGMENT} it says neither registration nor deletion, or more than once
 *   <li>{@link ErrorCode#DBM_MESSAGE_CONFLICT} the 「電文メッセージID」 stands on another attachment
 *   <li>an attachment that cannot be read to its end
 * </ul>
 *
 * <p>Refused record by record, while the others go on: what {@link RegistrationCheck} lists, and
 *
 * <ul>
 *   <li>{@link ErrorCode#DBM_DUPLICATE_RECORD} a 「レコード識別番号」 that stood before, here or earlier
 *   <li>{@link ErrorCode#DBM_PARENT_RECORD} a parent record that is nowhere
 *   <li>{@link ErrorCode#DBM_STALE_EDITION}, {@link ErrorCode#DBM_STALE_UPDATE} older than what is
 *       stored (MS-56)
 *   <li>{@link ErrorCode#DBM_NOT_FOUND} deletion of what is not there
 * </ul>
 */
@Component
final class RegisterReplicas {
  private static final int MOST_REFUSED_SHOWN = 10_000;

  private final SenderCheck headers;
  private final RegistrationCheck check;
  private final StagedRecords staged;
  private final ReplicaMerge merge;
  private final TakenMessages messages;
  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final SerialNumbers numbers;
  private final LimitSettings limits;
  private final InstantSource clock;

  RegisterReplicas(
      SenderCheck headers,
      RegistrationCheck check,
      StagedRecords staged,
      ReplicaMerge merge,
      TakenMessages messages,
      InstitutionTransactions transactions,
      CommunicationLog communications,
      SerialNumbers numbers,
      LimitSettings limits,
      InstantSource clock) {
    this.headers = headers;
    this.check = check;
    this.staged = staged;
    this.merge = merge;
    this.messages = messages;
    this.transactions = transactions;
    this.communications = communications;
    this.numbers = numbers;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * @param institution whom the certificate proves
   */
  ReplicaRegistrationResult register(
      InstitutionCode institution, RegistrationSubmission submission) {
    ReplicaRegistrationRequest request =
        XmlMessages.read(ReplicaRegistrationRequest.class, submission.message());
    headers.require(institution, request.header(), ReplicaRegistrationRequest.TYPE_ID);
    Attachment attachment = attachment(request, submission);
    return transactions.within(institution, () -> take(institution, request, attachment));
  }

  private static Attachment attachment(
      ReplicaRegistrationRequest request, RegistrationSubmission submission) {
    Attachment attachment = submission.attachment();
    if (attachment == null) {
      throw InvalidInputException.at(ErrorCode.DBM_ATTACHMENT_MISSING, "AttachedFileName");
    }
    if (!request.body().attachedFileName().equals(attachment.fileName())) {
      throw InvalidInputException.at(ErrorCode.DBM_ATTACHMENT_NAME, "AttachedFileName");
    }
    return attachment;
  }

  private ReplicaRegistrationResult take(
      InstitutionCode institution, ReplicaRegistrationRequest request, Attachment attachment) {
    Instant now = clock.instant();
    ReceptionNumber number = numbers.nextReceptionNumber();
    DigestInputStream content = new DigestInputStream(attachment.content(), Sha256.digest());
    TakenMessages.Sender sender =
        new TakenMessages.Sender(
            institution, request.header(), request.body().department(), request.body().user());
    boolean production = request.header().mode() == ExecutionMode.PRODUCTION;
    communications.append(received(institution, number, now));
    Optional<TakenMessages.Taken> earlier =
        production ? messages.claim(sender, number, now) : Optional.empty();
    if (earlier.isPresent()) {
      earlier.get().requireSame(hashOfRest(content));
      return XmlMessages.read(ReplicaRegistrationResult.class, earlier.get().result());
    }
    StagedRecords.Counts counts = load(sender, content, number, now);
    ReplicaRegistrationResult result = result(request.header(), number, counts);
    if (production) {
      messages.finish(sender, hashOfRest(content), XmlMessages.write(result));
    }
    return result;
  }

  /** Loads, checks and, unless it is a test, brings into effect. */
  private StagedRecords.Counts load(
      TakenMessages.Sender sender, InputStream content, ReceptionNumber number, Instant now) {
    InstitutionCode institution = sender.institution();
    RegistrationCheck.Source source =
        new RegistrationCheck.Source(institution, sender.department(), JapanDay.of(now));
    Segment segment =
        staged.load(
            institution,
            records ->
                RegistrationAttachmentReader.read(
                    content,
                    arrived -> {
                      requireRoom(arrived.position());
                      records.accept(check.check(source, arrived));
                    }));
    boolean production = sender.header().mode() == ExecutionMode.PRODUCTION;
    switch (segment) {
      case REGISTRATION -> {
        merge.checkRegistration(institution);
        if (production) {
          merge.register(institution, number, now);
        }
      }
      case DELETION -> {
        merge.checkDeletion(institution);
        if (production) {
          merge.delete(institution, now);
        }
      }
    }
    return staged.counts();
  }

  private void requireRoom(long position) {
    if (position > limits.records()) {
      throw InvalidInputException.of(ErrorCode.SYM_TOO_LARGE);
    }
  }

  private ReplicaRegistrationResult result(
      MessageHeader header, ReceptionNumber number, StagedRecords.Counts counts) {
    return new ReplicaRegistrationResult(
        header.answer(
            numbers.nextMessageId(),
            ReplicaRegistrationResult.TYPE_ID,
            number,
            counts.refused() == 0 ? MessageHeader.ACCEPTED : MessageHeader.PARTLY_REFUSED),
        new ReplicaRegistrationResult.Body(
            counts.accepted(), counts.refused(), staged.refused(MOST_REFUSED_SHOWN)));
  }

  private static Communication received(
      InstitutionCode institution, ReceptionNumber number, Instant now) {
    return new Communication(
        institution,
        Direction.RECEIVED,
        institution,
        ReplicaRegistrationRequest.TYPE_ID,
        number.value(),
        null,
        now);
  }

  private static byte[] hashOfRest(DigestInputStream content) {
    try {
      content.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("the client broke off while sending", e);
    }
    return content.getMessageDigest().digest();
  }
}
