package jp.chukan.contract.inquiryfile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
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
 * One inquiry of a request file; every value has the form of its code system. The constants of
 * fields 1, 15 and 16 say nothing and are not kept.
 *
 * @param addressee 「宛名番号」 of the business system that asks
 * @param unifiedAddressee 「統合宛名番号」, null when the client knows none
 * @param requestedAt 「照会依頼日時」, to the millisecond
 * @param department 「情報照会者部署コード」
 * @param user 「情報照会者ユーザーID」, one person of the staff
 * @param inquirer 「情報照会者機関コード」
 * @param nonDisclosure 「照会側不開示コード」
 * @param affair 「事務コード」
 * @param procedure 「事務手続コード」
 * @param delegatingInquirer on whose behalf the inquirer asks, null when on its own
 * @param delegatingProvider on whose behalf the provider answers, null when on its own
 * @param provider who is asked
 * @param information which 「特定個人情報」
 * @param periodFrom 「照会開始日付」, null when open
 * @param periodTo 「照会終了日付」, null when open
 */
public record InquiryLine(
    AddresseeNumber addressee,
    @Nullable UnifiedAddresseeNumber unifiedAddressee,
    Instant requestedAt,
    DepartmentCode department,
    UserId user,
    InstitutionCode inquirer,
    NonDisclosureCode nonDisclosure,
    AffairCode affair,
    ProcedureCode procedure,
    @Nullable InstitutionCode delegatingInquirer,
    @Nullable InstitutionCode delegatingProvider,
    ProviderDesignation provider,
    SpecificPersonalInformationCode information,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo) {
  private static final int RECORD_NUMBER_LENGTH = 40;

  /**
   * @throws InvalidInputException SKI_DATE for a year that four digits cannot hold, SKI_PERIOD when
   *     the period ends before it starts, SKI_FIELD_FORM for a comma, which would end the field
   */
  public InquiryLine {
    requireNoComma(InquiryField.DEPARTMENT, department.value());
    requireNoComma(InquiryField.USER, user.value());
    requestedAt = requestedAt.truncatedTo(ChronoUnit.MILLIS);
    requireWritable(InquiryField.REQUESTED_AT, JapanTime.inJapan(requestedAt).getYear());
    if (periodFrom != null) {
      requireWritable(InquiryField.PERIOD_FROM, periodFrom.getYear());
    }
    if (periodTo != null) {
      requireWritable(InquiryField.PERIOD_TO, periodTo.getYear());
    }
    if (periodFrom != null && periodTo != null && periodTo.isBefore(periodFrom)) {
      throw InvalidInputException.at(ErrorCode.SKI_PERIOD, InquiryField.PERIOD_TO.label());
    }
  }

  /**
   * The person: the 「団体内統合宛名番号」 when the client knows it; a standard business system has its 「宛名番号」
   * in its place.
   */
  public UnifiedAddresseeNumber person() {
    return unifiedAddressee == null
        ? new UnifiedAddresseeNumber(addressee.value())
        : unifiedAddressee;
  }

  /**
   * 「レコード識別番号」: the file has no field for it, so that it is drawn from the content: the first 40
   * hexadecimal digits of SHA-256 over {@link #fields}. The same line with other padding is the
   * same record (MS-24). Who knows the other fields can try out the number of the person: it is no
   * substitute for leaving that out.
   */
  public RecordIdentificationNumber recordNumber() {
    byte[] content = String.join(",", fields()).getBytes(StandardCharsets.US_ASCII);
    return new RecordIdentificationNumber(
        HexFormat.of().formatHex(sha256(content)).substring(0, RECORD_NUMBER_LENGTH));
  }

  /** The 18 fields as they are written, each padded to its width. */
  public List<String> fields() {
    return List.of(
        "01",
        addressee.value(),
        padded(
            InquiryField.UNIFIED_ADDRESSEE,
            unifiedAddressee == null ? "" : unifiedAddressee.value()),
        JapanTime.millisecond(requestedAt),
        padded(InquiryField.DEPARTMENT, department.value()),
        padded(InquiryField.USER, user.value()),
        inquirer.value(),
        nonDisclosure.value(),
        affair.value(),
        procedure.value(),
        padded(InquiryField.DELEGATING_INQUIRER, value(delegatingInquirer)),
        padded(InquiryField.DELEGATING_PROVIDER, value(delegatingProvider)),
        padded(InquiryField.PROVIDER, provider.value()),
        information.value(),
        "0",
        "0",
        padded(InquiryField.PERIOD_FROM, value(periodFrom)),
        padded(InquiryField.PERIOD_TO, value(periodTo)));
  }

  private static String padded(InquiryField field, String value) {
    return value + " ".repeat(field.width() - value.length());
  }

  private static String value(@Nullable InstitutionCode institution) {
    return institution == null ? "" : institution.value();
  }

  private static String value(@Nullable LocalDate day) {
    return day == null ? "" : JapanTime.day(day);
  }

  private static void requireNoComma(InquiryField field, String value) {
    if (value.indexOf(',') >= 0) {
      throw InvalidInputException.at(ErrorCode.SKI_FIELD_FORM, field.label());
    }
  }

  private static void requireWritable(InquiryField field, int year) {
    if (!JapanTime.isWritable(year)) {
      throw InvalidInputException.at(ErrorCode.SKI_DATE, field.label());
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Never shows what it holds: it is about a person. */
  @Override
  public String toString() {
    return "InquiryLine[redacted]";
  }
}
