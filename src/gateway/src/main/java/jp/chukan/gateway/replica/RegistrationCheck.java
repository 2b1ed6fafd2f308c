package jp.chukan.gateway.replica;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.attachment.AttachmentRecord;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.ReplicaItem;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds one record of an attachment against every rule that needs no look at what is stored (MS-51,
 * MS-57, JN-05).
 *
 * <p>Refuses, whatever the record is for:
 *
 * <ul>
 *   <li>what the reader of the attachment refuses, a filled {@code KojinNo} among it (MS-31)
 *   <li>{@link ErrorCode#DBM_FORBIDDEN_DATA_SET} 「本人確認情報」 or 「送付先情報」 (MS-17)
 *   <li>{@link ErrorCode#DBM_UNKNOWN_INFORMATION} a 「特定個人情報」 without layout
 *   <li>{@link ErrorCode#DBM_SOURCE_NOT_PERMITTED} sent by another department than permitted
 *       (JN-09)
 *   <li>{@link ErrorCode#DBM_INDIVIDUAL_NUMBER} an item that holds the form of a 「個人番号」 (MS-45)
 * </ul>
 *
 * <p>Finds unfit to be registered:
 *
 * <ul>
 *   <li>{@link ErrorCode#DBM_UNKNOWN_EDITION} no layout of that edition is in force today
 *   <li>{@link ErrorCode#DBM_ITEM_OUTSIDE_LAYOUT} a data set or item that the layout lacks (MS-14,
 *       JN-08)
 *   <li>{@link ErrorCode#SYM_MISSING_ELEMENT} no day of publication, no content, no required item
 *   <li>{@link ErrorCode#DBM_PERIOD} publication that ends before it begins
 *   <li>{@link ErrorCode#DBM_ITEM_FORM}, {@link ErrorCode#DBM_ITEM_COMBINATION} values that the
 *       layout does not allow
 * </ul>
 */
@Component
class RegistrationCheck {
  private final StandardLayouts layouts;
  private final PermittedSources sources;

  RegistrationCheck(StandardLayouts layouts, PermittedSources sources) {
    this.layouts = layouts;
    this.sources = sources;
  }

  /**
   * Who sends the records, and when.
   *
   * @param institution whom the certificate proves
   * @param department 「依頼元部署コード」
   * @param today the day in Japan
   */
  record Source(InstitutionCode institution, DepartmentCode department, LocalDate today) {}

  CheckedRecord check(Source source, AttachmentRecord arrived) {
    return switch (arrived) {
      case AttachmentRecord.Readable readable ->
          check(source, readable.position(), readable.record());
      case AttachmentRecord.Unreadable unreadable ->
          new CheckedRecord.Refused(
              unreadable.position(), number(unreadable.recordNumber()), unreadable.refusal());
    };
  }

  private CheckedRecord check(Source source, int position, RegistrationRecord record) {
    Refusal refusal =
        forbidden(record)
            .or(() -> unknown(record))
            .or(() -> unpermitted(source, record))
            .orElse(null);
    if (refusal != null) {
      return new CheckedRecord.Refused(position, record.recordNumber(), refusal);
    }
    Refusal unfit = unfit(source, record).orElse(null);
    if (unfit != null && unfit.code() == ErrorCode.DBM_INDIVIDUAL_NUMBER) {
      return new CheckedRecord.Refused(position, record.recordNumber(), unfit);
    }
    return new CheckedRecord.Acceptable(
        position,
        record.recordNumber(),
        new ReplicaKey(
            record.addressee(), record.information(), record.dataSetItem(), record.recordKey()),
        record.parentRecordKey(),
        record.edition(),
        record.publishedFrom(),
        record.publishedTo(),
        record.administrativeRegionCode(),
        record.responseMode(),
        record.nonDisclosure(),
        updatedAt(record),
        unfit == null ? record.values() : Map.of(),
        unfit);
  }

  private Optional<Refusal> forbidden(RegistrationRecord record) {
    if (layouts.isRefused(record.information())) {
      return refusal(ErrorCode.DBM_FORBIDDEN_DATA_SET, "SpecificPersonalInformationCode");
    }
    if (layouts.isRefused(record.dataSetItem())) {
      return refusal(ErrorCode.DBM_FORBIDDEN_DATA_SET, "DataSetIdentificationItemCode");
    }
    return record.items().stream()
        .map(ReplicaItem::code)
        .filter(layouts::isRefused)
        .findFirst()
        .flatMap(item -> refusal(ErrorCode.DBM_FORBIDDEN_DATA_SET, item.value()));
  }

  private Optional<Refusal> unknown(RegistrationRecord record) {
    return layouts.holds(record.information())
        ? Optional.empty()
        : refusal(ErrorCode.DBM_UNKNOWN_INFORMATION, "SpecificPersonalInformationCode");
  }

  private Optional<Refusal> unpermitted(Source source, RegistrationRecord record) {
    return sources.permits(source.institution(), record.information(), source.department())
        ? Optional.empty()
        : refusal(ErrorCode.DBM_SOURCE_NOT_PERMITTED, "RequestSourceUnitCode");
  }

  private Optional<Refusal> unfit(Source source, RegistrationRecord record) {
    StandardLayout layout =
        layouts.find(record.information(), record.edition(), source.today()).orElse(null);
    if (layout == null) {
      return refusal(ErrorCode.DBM_UNKNOWN_EDITION, "SPIMajorVersion");
    }
    if (!layout.dataSet().equals(record.dataSetItem())) {
      return refusal(ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT, "DataSetIdentificationItemCode");
    }
    Optional<Refusal> ofContent = layout.refusalOf(record.sentItems());
    return ofContent
        .filter(refusal -> refusal.code() == ErrorCode.DBM_INDIVIDUAL_NUMBER)
        .or(() -> record.missingFor(Segment.REGISTRATION))
        .or(() -> period(record))
        .or(() -> ofContent);
  }

  private static Optional<Refusal> period(RegistrationRecord record) {
    LocalDate from = record.publishedFrom();
    LocalDate to = record.publishedTo();
    return from != null && to != null && to.isBefore(from)
        ? refusal(ErrorCode.DBM_PERIOD, "PublishedEndDate")
        : Optional.empty();
  }

  private static @Nullable Instant updatedAt(RegistrationRecord record) {
    return record.items().stream()
        .map(ReplicaItem::updatedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable RecordIdentificationNumber number(@Nullable String value) {
    return value == null ? null : new RecordIdentificationNumber(value);
  }

  private static Optional<Refusal> refusal(ErrorCode code, String element) {
    return Optional.of(Refusal.at(code, element));
  }
}
