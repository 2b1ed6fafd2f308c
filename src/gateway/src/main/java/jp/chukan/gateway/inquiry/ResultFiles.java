package jp.chukan.gateway.inquiry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileWriter;
import jp.chukan.contract.inquiryfile.ResultLine;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.springframework.stereotype.Component;

/**
 * Makes the result of a file (MS-21, MS-24): a line for each of the request, in its order, at any
 * time. Contents are opened a page at a time, and never more of them are in memory.
 */
@Component
public class ResultFiles {
  private static final int PAGE = 250;

  private final InquiryRequests requests;
  private final InquiryEntries inquiries;
  private final ProvidedContents contents;
  private final CommunicationLog communications;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  ResultFiles(
      InquiryRequests requests,
      InquiryEntries inquiries,
      ProvidedContents contents,
      CommunicationLog communications,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.requests = requests;
    this.inquiries = inquiries;
    this.contents = contents;
    this.communications = communications;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Opens the result of a file; the look is kept as a communication (JN-37).
   *
   * @throws InvalidInputException {@link ErrorCode#SKI_UNKNOWN_RECEPTION} for a number under which
   *     this institution handed in no file, {@link ErrorCode#SKI_RESULT_REMOVED} after its 「保管期限」,
   *     {@link ErrorCode#SKI_UNMAPPABLE} for a value that the encoding cannot hold
   */
  public ResultFile open(
      InstitutionCode institution, ReceptionNumber number, ResultEncoding encoding) {
    ResultFile file = transactions.within(institution, () -> opened(institution, number, encoding));
    if (encoding != ResultEncoding.UTF_8) {
      // Once bytes are on the way it is too late to refuse.
      rehearse(file);
    }
    return file;
  }

  private ResultFile opened(
      InstitutionCode institution, ReceptionNumber number, ResultEncoding encoding) {
    InquiryRequests.Taken taken = requests.requireFile(number);
    if (taken.isRemoved()) {
      throw InvalidInputException.of(ErrorCode.SKI_RESULT_REMOVED);
    }
    communications.append(
        new Communication(
            institution,
            Direction.SENT,
            institution,
            AcceptInquiryFile.COMMUNICATION,
            number.value(),
            null,
            clock.instant()));
    return new ResultFile(
        InquiryFileName.parse(taken.name()).resultName(),
        inquiries.isComplete(number),
        target -> write(institution, number, new ResultFileWriter(target, encoding)));
  }

  private static void rehearse(ResultFile file) {
    try {
      file.content().writeTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new IllegalStateException("nothing is written", e);
    }
  }

  private void write(InstitutionCode institution, ReceptionNumber number, ResultFileWriter writer)
      throws IOException {
    int after = 0;
    List<ResultLine> page;
    do {
      int last = after;
      page = transactions.within(institution, () -> page(institution, number, last));
      for (ResultLine line : page) {
        writer.write(line);
      }
      after += page.size();
    } while (page.size() == PAGE);
  }

  /** A file has no gaps: each of its lines is a row. */
  private List<ResultLine> page(InstitutionCode institution, ReceptionNumber number, int after) {
    ProvidedContents.Opener opener = contents.of(institution);
    return inquiries.page(number, after, PAGE).stream()
        .map(inquiry -> line(inquiry, opener))
        .toList();
  }

  private static ResultLine line(InquiryEntry inquiry, ProvidedContents.Opener opener) {
    byte[] asked = opener.fileLine(inquiry);
    Standing standing = asked == null ? Standing.removed() : Standing.of(inquiry);
    return new ResultLine(
        asked == null ? List.of() : fields(asked),
        inquiry.provider(),
        inquiry.reception(),
        inquiry.receivedAt(),
        inquiry.exchange(),
        inquiry.providedAt(),
        standing.error(),
        standing.status(),
        standing.message(),
        standing.informationStatus(),
        standing.informationMessage(),
        opener.values(inquiry));
  }

  private static List<String> fields(byte[] line) {
    return List.of(new String(line, StandardCharsets.US_ASCII).split(",", -1));
  }
}
