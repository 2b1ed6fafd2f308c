package jp.chukan.gateway.replica;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/** One record of an attachment, held against every rule that needs no look at what is stored. */
sealed interface CheckedRecord {

  /** Place in the attachment, from 1. */
  int position();

  /**
   * A record that may take effect.
   *
   * @param position place in the attachment, from 1
   * @param number 「レコード識別番号」
   * @param key which 「副本」 it is about
   * @param parentRecordKey record of another data set that it hangs on, null when on none
   * @param edition layout edition that it follows
   * @param publishedFrom 「公開開始日」, null only where unfit
   * @param publishedTo 「公開終了日」, null when open
   * @param regionCode 「行政区コード」, null when none
   * @param responseMode what its 「自動応答不可」 says, null to leave what is stored
   * @param nonDisclosure 「不開示コード」, null to leave what is stored
   * @param updatedAt newest update among the items, null when none is said
   * @param items items that hold a value, empty where unfit
   * @param unfit why it cannot be registered, null when it can; a deletion asks only for the key,
   *     and whether this is one may become known after the last record
   */
  record Acceptable(
      int position,
      RecordIdentificationNumber number,
      ReplicaKey key,
      @Nullable String parentRecordKey,
      LayoutEdition edition,
      @Nullable LocalDate publishedFrom,
      @Nullable LocalDate publishedTo,
      @Nullable String regionCode,
      @Nullable ResponseMode responseMode,
      @Nullable NonDisclosureCode nonDisclosure,
      @Nullable Instant updatedAt,
      Map<ItemCode, String> items,
      @Nullable Refusal unfit)
      implements CheckedRecord {

    /** Never shows the content: it is what the law protects. */
    @Override
    public String toString() {
      return "Acceptable[redacted]";
    }
  }

  /**
   * A record that changes nothing.
   *
   * @param position place in the attachment, from 1
   * @param number 「レコード識別番号」, null when it had none of the right form
   * @param refusal why
   */
  record Refused(int position, @Nullable RecordIdentificationNumber number, Refusal refusal)
      implements CheckedRecord {}
}
