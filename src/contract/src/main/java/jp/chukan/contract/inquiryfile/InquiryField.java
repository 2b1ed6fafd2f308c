package jp.chukan.contract.inquiryfile;

import java.util.function.Consumer;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The 18 fields of a line, in their order; names and widths are as public municipal software writes
 * them. Spaces around a value are padding.
 */
public enum InquiryField {
  NUMBERING_SYSTEM("番号体系", 2, Width.EXACT, constant("01")),
  ADDRESSEE("宛名番号", 15, Width.UP_TO, AddresseeNumber::new),
  UNIFIED_ADDRESSEE("統合宛名番号", 15, Width.UP_TO_OR_EMPTY, UnifiedAddresseeNumber::new),
  REQUESTED_AT("照会依頼日時", 17, Width.EXACT, JapanTime::millisecond),
  DEPARTMENT("情報照会者部署コード", 20, Width.UP_TO, DepartmentCode::new),
  USER("情報照会者ユーザーID", 20, Width.UP_TO, UserId::new),
  INQUIRER("情報照会者機関コード", 16, Width.EXACT, InstitutionCode::new),
  NON_DISCLOSURE("照会側不開示コード", 1, Width.EXACT, NonDisclosureCode::new),
  AFFAIR("事務コード", 16, Width.EXACT, AffairCode::new),
  PROCEDURE("事務手続コード", 16, Width.EXACT, ProcedureCode::new),
  DELEGATING_INQUIRER("情報照会者機関コード(委任元)", 16, Width.EXACT_OR_EMPTY, InstitutionCode::new),
  DELEGATING_PROVIDER("情報提供者機関コード(委任元)", 16, Width.EXACT_OR_EMPTY, InstitutionCode::new),
  PROVIDER("情報提供者機関コード", 16, Width.UP_TO, ProviderDesignation::new),
  INFORMATION("特定個人情報名コード", 16, Width.EXACT, SpecificPersonalInformationCode::new),
  CONDITION("照会条件区分", 1, Width.EXACT, constant("0")),
  FISCAL_YEAR("照会年度区分", 1, Width.EXACT, constant("0")),
  PERIOD_FROM("照会開始日付", 8, Width.EXACT_OR_EMPTY, JapanTime::day),
  PERIOD_TO("照会終了日付", 8, Width.EXACT_OR_EMPTY, JapanTime::day);

  /** Fields of a line. */
  public static final int COUNT = 18;

  /** How much of its width a field fills when it arrives. */
  private enum Width {
    EXACT,
    EXACT_OR_EMPTY,
    UP_TO,
    UP_TO_OR_EMPTY;

    boolean mayBeEmpty() {
      return this == EXACT_OR_EMPTY || this == UP_TO_OR_EMPTY;
    }

    boolean isExact() {
      return this == EXACT || this == EXACT_OR_EMPTY;
    }
  }

  private final String japaneseName;
  private final int width;
  private final Width filled;
  private final Consumer<String> form;

  InquiryField(String japaneseName, int width, Width filled, Consumer<String> form) {
    this.japaneseName = japaneseName;
    this.width = width;
    this.filled = filled;
    this.form = form;
  }

  /** Place in the line, from 1. */
  public int number() {
    return ordinal() + 1;
  }

  public String japaneseName() {
    return japaneseName;
  }

  /** Characters that the field has when it is written. */
  public int width() {
    return width;
  }

  /** Whether a line may leave the field out, as an empty string or as spaces. */
  public boolean mayBeEmpty() {
    return filled.mayBeEmpty();
  }

  /** Whether a value that is there has the width to the character. */
  public boolean isOfFixedWidth() {
    return filled.isExact();
  }

  /** Number and Japanese name, as an acknowledgement names the place of a fault. */
  public String label() {
    return number() + " " + japaneseName;
  }

  /** The text for staff about a fault of this field; it never repeats a value. */
  public String faultText(int lineNumber, ErrorCode code) {
    return "%d行目の項目%d(%s): %s".formatted(lineNumber, number(), japaneseName, code.message());
  }

  /** What is wrong with a field as it arrived, null when nothing is. */
  @Nullable ErrorCode faultOf(String raw) {
    String value = raw.strip();
    if (!isPrintableAscii(raw)) {
      return ErrorCode.SKI_NOT_ASCII;
    } else if (raw.length() > width) {
      return ErrorCode.SKI_FIELD_WIDTH;
    } else if (value.isEmpty()) {
      return filled.mayBeEmpty() ? null : ErrorCode.SKI_FIELD_MISSING;
    } else if (filled.isExact() && raw.length() != width) {
      return ErrorCode.SKI_FIELD_WIDTH;
    }
    return formFaultOf(value);
  }

  private @Nullable ErrorCode formFaultOf(String value) {
    try {
      form.accept(value);
      return null;
    } catch (InvalidInputException e) {
      ErrorCode code = e.refusal().code();
      return code == ErrorCode.SYM_CODE_FORM ? ErrorCode.SKI_FIELD_FORM : code;
    }
  }

  static boolean isPrintableAscii(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private static Consumer<String> constant(String expected) {
    return value -> {
      if (!value.equals(expected)) {
        throw InvalidInputException.of(ErrorCode.SKI_FIELD_FORM);
      }
    };
  }
}
