package jp.chukan.contract.inquiryfile;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request file of 「情報照会」 (MS-24, JN-05).
 *
 * <p>A fault inside a line makes that line unreadable and the file goes on: another number of
 * fields, a field that is too wide, too narrow, not ASCII, missing or of another form, a day that
 * does not exist, a period that ends before it starts, the same line again.
 *
 * <p>The whole file is refused when its lines cannot be told apart or who asks: a byte order mark,
 * a line that does not end with CRLF, an empty line, no line, over 10,000 lines, over 4 MiB,
 * readable lines of several institutions.
 */
public final class InquiryFileReader {
  private final Set<RecordIdentificationNumber> known = new HashSet<>();
  private @Nullable InstitutionCode institution;

  private InquiryFileReader() {}

  /**
   * @throws InvalidInputException when the file is refused as a whole, with the number of the line
   *     and, where it is about one, the {@link InquiryField#label} of the field
   */
  public static InquiryFile read(byte[] content) {
    if (content.length > InquiryFile.LARGEST) {
      throw InvalidInputException.of(ErrorCode.SYM_TOO_LARGE);
    }
    // One character per byte: what is not ASCII is found in its field.
    return new InquiryFileReader().read(CrlfLines.of(content, StandardCharsets.ISO_8859_1));
  }

  private InquiryFile read(List<String> content) {
    List<InquiryFileLine> lines = new ArrayList<>(content.size());
    for (String line : content) {
      lines.add(read(lines.size() + 1, line));
    }
    return new InquiryFile(institution, lines);
  }

  private InquiryFileLine read(int number, String content) {
    // One more than the limit of fields tells that there are too many, however many there are.
    String[] fields = content.split(",", InquiryField.COUNT + 1);
    LineFault fault = faultOf(number, fields);
    if (fault != null) {
      return new InquiryFileLine.Unreadable(number, repeatable(fields), fault);
    }
    InquiryLine line = new Fields(fields).line();
    if (!known.add(line.recordNumber())) {
      return new InquiryFileLine.Unreadable(
          number, List.of(fields), new LineFault(number, null, ErrorCode.SKI_DUPLICATE_RECORD));
    }
    requireOneInstitution(number, line);
    return new InquiryFileLine.Readable(number, List.of(fields), line);
  }

  private static @Nullable LineFault faultOf(int number, String[] fields) {
    if (fields.length != InquiryField.COUNT) {
      return new LineFault(number, null, ErrorCode.SKI_FIELD_COUNT);
    }
    for (InquiryField field : InquiryField.values()) {
      ErrorCode code = field.faultOf(fields[field.ordinal()]);
      if (code != null) {
        return new LineFault(number, field, code);
      }
    }
    return new Fields(fields).endsBeforeItStarts()
        ? new LineFault(number, InquiryField.PERIOD_TO, ErrorCode.SKI_PERIOD)
        : null;
  }

  private void requireOneInstitution(int number, InquiryLine line) {
    if (institution != null && !institution.equals(line.inquirer())) {
      throw new InvalidInputException(
          new LineFault(number, InquiryField.INQUIRER, ErrorCode.SKI_SEVERAL_INSTITUTIONS)
              .refusal());
    }
    institution = line.inquirer();
  }

  private static List<String> repeatable(String[] fields) {
    return IntStream.range(0, InquiryField.COUNT)
        .mapToObj(i -> i < fields.length ? fields[i] : "")
        .map(field -> InquiryField.isPrintableAscii(field) ? field : "")
        .toList();
  }

  /** Fields of a line in which nothing is wrong but, perhaps, how they go together. */
  private record Fields(List<String> values) {
    Fields(String[] raw) {
      this(Arrays.stream(raw).map(String::strip).toList());
    }

    boolean endsBeforeItStarts() {
      LocalDate from = optional(InquiryField.PERIOD_FROM, JapanTime::day);
      LocalDate to = optional(InquiryField.PERIOD_TO, JapanTime::day);
      return from != null && to != null && to.isBefore(from);
    }

    InquiryLine line() {
      return new InquiryLine(
          new AddresseeNumber(value(InquiryField.ADDRESSEE)),
          optional(InquiryField.UNIFIED_ADDRESSEE, UnifiedAddresseeNumber::new),
          JapanTime.millisecond(value(InquiryField.REQUESTED_AT)),
          new DepartmentCode(value(InquiryField.DEPARTMENT)),
          new UserId(value(InquiryField.USER)),
          new InstitutionCode(value(InquiryField.INQUIRER)),
          new NonDisclosureCode(value(InquiryField.NON_DISCLOSURE)),
          new AffairCode(value(InquiryField.AFFAIR)),
          new ProcedureCode(value(InquiryField.PROCEDURE)),
          optional(InquiryField.DELEGATING_INQUIRER, InstitutionCode::new),
          optional(InquiryField.DELEGATING_PROVIDER, InstitutionCode::new),
          new ProviderDesignation(value(InquiryField.PROVIDER)),
          new SpecificPersonalInformationCode(value(InquiryField.INFORMATION)),
          optional(InquiryField.PERIOD_FROM, JapanTime::day),
          optional(InquiryField.PERIOD_TO, JapanTime::day));
    }

    private String value(InquiryField field) {
      return values.get(field.ordinal());
    }

    private <T> @Nullable T optional(InquiryField field, Function<String, T> type) {
      String value = value(field);
      return value.isEmpty() ? null : type.apply(value);
    }

    @Override
    public String toString() {
      return "Fields[redacted]";
    }
  }
}
