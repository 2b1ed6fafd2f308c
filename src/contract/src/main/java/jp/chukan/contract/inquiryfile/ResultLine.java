package jp.chukan.contract.inquiryfile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InformationStatus;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * How one line of a request file stands, and the items that were provided (MS-21, MS-24).
 *
 * @param fields the 18 fields of the request as {@link InquiryFileLine#fields} has them; field 2 is
 *     padded here where it is a number, field 13 becomes the provider
 * @param provider who is asked, null when no provider was found
 * @param receptionNumber of the file
 * @param receivedAt when the file was taken, to the millisecond
 * @param processingNumber the exchange, null when it was not accepted
 * @param providedAt when the provider answered, to the millisecond; null before
 * @param errorCode why it failed, null when it did not
 * @param status 「照会ステータス(明細単位)」
 * @param message 「照会処理結果メッセージ(明細単位)」, null when normal
 * @param informationStatus 「照会ステータス(特定個人情報名単位)」, null when the line itself failed
 * @param informationMessage 「照会処理結果メッセージ(特定個人情報名単位)」, null when the line itself failed
 * @param values one per item of the layout in its order, empty text for an item without a value;
 *     none only where no layout is known
 */
public record ResultLine(
    List<String> fields,
    @Nullable InstitutionCode provider,
    ReceptionNumber receptionNumber,
    Instant receivedAt,
    @Nullable ProcessingNumber processingNumber,
    @Nullable Instant providedAt,
    @Nullable ErrorCode errorCode,
    InquiryStatus status,
    @Nullable String message,
    @Nullable InformationStatus informationStatus,
    @Nullable String informationMessage,
    List<String> values) {
  private static final Pattern NUMBER_OF_ADDRESSEE = Pattern.compile("[0-9]{1,15}");

  /**
   * @throws InvalidInputException SKI_FIELD_COUNT for more than 18 fields of the request
   */
  public ResultLine {
    fields = repeated(fields, provider);
    receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    providedAt = providedAt == null ? null : providedAt.truncatedTo(ChronoUnit.MILLIS);
    values = List.copyOf(values);
  }

  /** A field of the request, as the result repeats it. */
  public String field(InquiryField field) {
    return fields.get(field.ordinal());
  }

  private static List<String> repeated(List<String> raw, @Nullable InstitutionCode provider) {
    if (raw.size() > InquiryField.COUNT) {
      throw InvalidInputException.of(ErrorCode.SKI_FIELD_COUNT);
    }
    List<String> fields = new ArrayList<>(raw);
    fields.addAll(Collections.nCopies(InquiryField.COUNT - raw.size(), ""));
    String addressee = fields.get(InquiryField.ADDRESSEE.ordinal()).strip();
    if (NUMBER_OF_ADDRESSEE.matcher(addressee).matches()) {
      fields.set(InquiryField.ADDRESSEE.ordinal(), new AddresseeNumber(addressee).value());
    }
    fields.set(InquiryField.PROVIDER.ordinal(), provider == null ? "" : provider.value());
    return List.copyOf(fields);
  }

  /** Never shows what it holds: it is about a person. */
  @Override
  public String toString() {
    return "ResultLine[redacted]";
  }
}
