package jp.chukan.gateway.inquiry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.inquiryfile.InquiryFile;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.limit.QueueRoom;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a file of inquiries out of the institution's folder: the folder stands for the institution,
 * as a certificate does elsewhere. A refused file moves to {@code refused}, beside a text that says
 * why and where; what {@link AcceptInquiryFile} refuses is refused here.
 *
 * <p>The route removes a taken file once this returns. Whatever breaks off before leaves it there,
 * and the same file again changes nothing. While too much waits to leave, nothing is taken.
 */
@Component
final class TakeDroppedFile {
  private static final Logger log = LoggerFactory.getLogger(TakeDroppedFile.class);

  private final QueueRoom room;
  private final AcceptInquiryFile acceptInquiryFile;
  private final FolderFiles files;
  private final ExchangeFolders folders;
  private final CommunicationLog communications;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  TakeDroppedFile(
      QueueRoom room,
      AcceptInquiryFile acceptInquiryFile,
      FolderFiles files,
      ExchangeFolders folders,
      CommunicationLog communications,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.room = room;
    this.acceptInquiryFile = acceptInquiryFile;
    this.files = files;
    this.folders = folders;
    this.communications = communications;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param institution whose folder it lies in
   * @throws UncheckedIOException when the folder cannot be read or written; the file stays
   * @throws InvalidInputException with {@link ErrorCode#SYM_QUEUE_FULL} while there is no room; the
   *     file stays
   */
  void take(InstitutionCode institution, Path file) {
    room.require(Flow.ACCEPT_INQUIRY_FILE, institution);
    try {
      InquiryFileSubmission submission = new InquiryFileSubmission(name(file), read(file));
      transactions.run(
          institution,
          () -> {
            ReceptionNumber number = acceptInquiryFile.accept(institution, submission);
            files.note(institution, number, clock.instant());
          });
    } catch (InvalidInputException e) {
      refuse(institution, file, e.refusal());
    }
  }

  /** Never more than a file may have, and never what a link points at. */
  private static byte[] read(Path file) {
    try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = content.readNBytes(InquiryFile.LARGEST + 1);
      if (bytes.length > InquiryFile.LARGEST) {
        throw InvalidInputException.of(ErrorCode.SYM_TOO_LARGE);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("a dropped file is not readable", e);
    }
  }

  private void refuse(InstitutionCode institution, Path file, Refusal refusal) {
    log.info("refused a file of the folder of {}: {}", institution, refusal.code().id());
    transactions.run(
        institution,
        () ->
            communications.append(
                new Communication(
                    institution,
                    Direction.RECEIVED,
                    institution,
                    AcceptInquiryFile.COMMUNICATION,
                    null,
                    refusal.code(),
                    clock.instant())));
    Path refused = folders.refused(institution);
    byte[] reason = reason(refusal).getBytes(StandardCharsets.UTF_8);
    try {
      // The reason first: a refused file never lies there without it.
      ExchangeFolders.write(
          refused.resolve(name(file) + ".error.txt"), target -> target.write(reason));
      Files.move(
          file,
          refused.resolve(name(file)),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("a refused file cannot be set aside", e);
    }
  }

  /** For staff: which rule, in which line, in which field; never what stands there. */
  private static String reason(Refusal refusal) {
    StringBuilder text = new StringBuilder();
    line(text, "エラーコード", refusal.code().id());
    line(text, "エラー内容", refusal.code().message());
    if (refusal.record() != null) {
      line(text, "行", refusal.record());
    }
    if (refusal.element() != null) {
      line(text, "項目", refusal.element());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
