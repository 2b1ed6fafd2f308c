package jp.chukan.contract.inquiryfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import jp.chukan.contract.code.InformationStatus;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a result file back, as a client does. */
public final class ResultFileReader {
  private final int number;
  private final String[] fields;

  private ResultFileReader(int number, String[] fields) {
    this.number = number;
    this.fields = fields;
  }

  /**
   * The lines in their order.
   *
   * @throws InvalidInputException for what is no result file, with the number of the line and,
   *     where it is about one, the field
   */
  public static List<ResultLine> read(byte[] content, ResultEncoding encoding) {
    List<ResultLine> lines = new ArrayList<>();
    for (String line : CrlfLines.of(content, encoding.charset())) {
      // The negative limit keeps items without a value at the end of the line.
      lines.add(new ResultFileReader(lines.size() + 1, line.split(",", -1)).line());
    }
    return lines;
  }

  private ResultLine line() {
    if (fields.length < ResultField.FIRST_ITEM - 1) {
      throw new InvalidInputException(
          new Refusal(ErrorCode.SKI_FIELD_COUNT, Integer.toString(number), null));
    }
    List<String> all = Arrays.asList(fields);
    return new ResultLine(
        all.subList(0, InquiryField.COUNT),
        optional(InquiryField.PROVIDER.ordinal(), InstitutionCode::new),
        required(ResultField.RECEPTION_NUMBER, ReceptionNumber::new),
        required(ResultField.RECEIVED_AT, JapanTime::millisecond),
        optional(ResultField.PROCESSING_NUMBER, ProcessingNumber::new),
        optional(ResultField.PROVIDED_AT, JapanTime::millisecond),
        optional(ResultField.ERROR_CODE, ResultFileReader::errorCode),
        required(ResultField.STATUS, InquiryStatus::fromWire),
        optional(ResultField.MESSAGE, Function.identity()),
        optional(ResultField.INFORMATION_STATUS, InformationStatus::fromWire),
        optional(ResultField.INFORMATION_MESSAGE, Function.identity()),
        all.subList(ResultField.FIRST_ITEM - 1, fields.length));
  }

  private <T> T required(ResultField field, Function<String, T> type) {
    return typed(field.number() - 1, type);
  }

  private <T> @Nullable T optional(ResultField field, Function<String, T> type) {
    return optional(field.number() - 1, type);
  }

  private <T> @Nullable T optional(int index, Function<String, T> type) {
    return fields[index].isEmpty() ? null : typed(index, type);
  }

  private <T> T typed(int index, Function<String, T> type) {
    try {
      return type.apply(fields[index]);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          new Refusal(
              ErrorCode.SKI_FIELD_FORM, Integer.toString(number), ResultField.labelAt(index)));
    }
  }

  private static ErrorCode errorCode(String id) {
    return ErrorCode.ofId(id).orElseThrow(() -> InvalidInputException.of(ErrorCode.SKI_FIELD_FORM));
  }
}
