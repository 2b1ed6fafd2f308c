package jp.chukan.gateway.inquiry;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.InquiryFile;
import jp.chukan.contract.inquiryfile.InquiryFileLine;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.InquiryFileReader;
import jp.chukan.gateway.inquiry.InquiryRequests.Kind;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.Sha256;
import org.springframework.stereotype.Component;

/**
 * Takes a file of inquiries (MS-24), all its lines or none, and gives the 「受付番号」 under which the
 * result is fetched. The same file again gets the same number and has no second effect.
 *
 * <p>Refused as a whole, with nothing taken:
 *
 * <ul>
 *   <li>{@link ErrorCode#SKI_FILE_NAME} a name of another form
 *   <li>what {@link InquiryFileReader} refuses: lines that cannot be told apart, too many of them
 *   <li>{@link ErrorCode#SKI_SEVERAL_INSTITUTIONS} lines of another institution than the sender's
 *       (MU-19)
 *   <li>{@link ErrorCode#SKI_FILE_CONFLICT} a name that stands on other content
 * </ul>
 *
 * <p>A line that cannot be read, and one that {@link InquiryChecks} refuses, says so in the result;
 * the others go on.
 */
@Component
final class AcceptInquiryFile {
  /** How a file is named in the log of communications. */
  static final String COMMUNICATION = "P640R110";

  private final InquiryRequests requests;
  private final InquiryIntake intake;
  private final InquiryJournal journal;
  private final InstitutionTransactions transactions;
  private final SerialNumbers numbers;
  private final InstantSource clock;

  AcceptInquiryFile(
      InquiryRequests requests,
      InquiryIntake intake,
      InquiryJournal journal,
      InstitutionTransactions transactions,
      SerialNumbers numbers,
      InstantSource clock) {
    this.requests = requests;
    this.intake = intake;
    this.journal = journal;
    this.transactions = transactions;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * @param institution whose certificate, or whose folder, the file came with
   */
  ReceptionNumber accept(InstitutionCode institution, InquiryFileSubmission submission) {
    InquiryFileName name = InquiryFileName.parse(submission.name());
    InquiryFile file = InquiryFileReader.read(submission.content());
    requireOwn(institution, file);
    List<ArrivedLine> lines = file.lines().stream().map(AcceptInquiryFile::arrived).toList();
    byte[] digest = Sha256.of(submission.content());
    return transactions.within(institution, () -> take(institution, name, digest, lines));
  }

  private static void requireOwn(InstitutionCode institution, InquiryFile file) {
    if (file.institution() == null || file.institution().equals(institution)) {
      return;
    }
    int line =
        file.lines().stream()
            .filter(InquiryFileLine.Readable.class::isInstance)
            .findFirst()
            .orElseThrow()
            .number();
    throw new InvalidInputException(
        new Refusal(
            ErrorCode.SKI_SEVERAL_INSTITUTIONS,
            Integer.toString(line),
            InquiryField.INQUIRER.label()));
  }

  private static ArrivedLine arrived(InquiryFileLine line) {
    byte[] content = String.join(",", line.fields()).getBytes(StandardCharsets.US_ASCII);
    return switch (line) {
      case InquiryFileLine.Readable readable ->
          new ArrivedLine.Readable(readable.number(), AskedInquiry.of(readable.line()), content);
      case InquiryFileLine.Unreadable unreadable ->
          new ArrivedLine.Unreadable(unreadable.number(), unreadable.fault(), content);
    };
  }

  private ReceptionNumber take(
      InstitutionCode institution, InquiryFileName name, byte[] digest, List<ArrivedLine> lines) {
    Reception reception =
        new Reception(
            institution, numbers.nextReceptionNumber(), COMMUNICATION, Kind.FILE, clock.instant());
    InquiryRequests.Taken taken =
        new InquiryRequests.Taken(
            reception.number(),
            Kind.FILE,
            name.value(),
            digest,
            lines.size(),
            reception.at(),
            null);
    Optional<InquiryRequests.Taken> before = requests.claim(institution, taken);
    if (before.isEmpty()) {
      intake.take(reception, lines);
      return reception.number();
    }
    before.get().requireSame(taken, ErrorCode.SKI_FILE_CONFLICT, name.value());
    journal.received(reception, before.get().number());
    return before.get().number();
  }
}
