package jp.chukan.contract.attachment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One record of a registration or deletion; every value has the form of its code system, nothing is
 * said yet about the layout.
 *
 * @param recordNumber the sender's idempotency key of this record
 * @param addressee the person; a standard business system puts its 「宛名番号」 here
 * @param information which 「特定個人情報」
 * @param dataSetItem which data set of it
 * @param recordKey key of the record in the data set
 * @param edition 「特定個人情報の版番号」
 * @param parentRecordKey key of the record above, null when there is none
 * @param publishedFrom 「公開開始日」, null only in a deletion
 * @param publishedTo 「公開終了日」, null when open
 * @param administrativeRegionCode 「行政区コード」, null when not given
 * @param responseMode what 「自動応答不可フラグ」 says, null when it was not sent
 * @param nonDisclosure 「不開示コード」, null when it was not sent
 * @param items the 「副本データ」, empty when there is none
 */
public record RegistrationRecord(
    RecordIdentificationNumber recordNumber,
    UnifiedAddresseeNumber addressee,
    SpecificPersonalInformationCode information,
    ItemCode dataSetItem,
    String recordKey,
    LayoutEdition edition,
    @Nullable String parentRecordKey,
    @Nullable LocalDate publishedFrom,
    @Nullable LocalDate publishedTo,
    @Nullable String administrativeRegionCode,
    @Nullable ResponseMode responseMode,
    @Nullable NonDisclosureCode nonDisclosure,
    List<ReplicaItem> items) {

  public RegistrationRecord {
    items = List.copyOf(items);
  }

  /**
   * What this segment needs and the record does not have. Only known after the last record when a
   * client writes the segment there.
   */
  public Optional<Refusal> missingFor(Segment segment) {
    return switch (segment) {
      case DELETION -> Optional.empty();
      case REGISTRATION ->
          publishedFrom == null
              ? Optional.of(missing(RecordElement.PUBLISHED_FROM))
              : items.isEmpty() ? Optional.of(missing(RecordElement.COPY_DATA)) : Optional.empty();
    };
  }

  /** Every item that came, also without a value: an item outside the layout is one either way. */
  public Map<ItemCode, @Nullable String> sentItems() {
    Map<ItemCode, @Nullable String> sent = new LinkedHashMap<>();
    items.forEach(item -> sent.put(item.code(), item.value()));
    return sent;
  }

  /** The items that hold a value. */
  public Map<ItemCode, String> values() {
    Map<ItemCode, String> values = new LinkedHashMap<>();
    items.forEach(
        item -> {
          if (item.value() != null) {
            values.put(item.code(), item.value());
          }
        });
    return values;
  }

  private Refusal missing(RecordElement element) {
    return new Refusal(ErrorCode.SYM_MISSING_ELEMENT, recordNumber.value(), element.elementName());
  }

  /** Never shows what it holds: it is about a person. */
  @Override
  public String toString() {
    return "RegistrationRecord[redacted]";
  }
}
