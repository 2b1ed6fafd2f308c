package jp.chukan.gateway.correction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import org.jspecify.annotations.Nullable;

/** What a person wants to become of a 「副本」: exactly one of these. */
public sealed interface WantedChange {

  ProposalKind kind();

  /**
   * A new one.
   *
   * @param parentRecordKey record of another data set that it hangs on, null when on none
   * @param regionCode 「行政区コード」, null when none
   * @param publishedFrom first day of publication, null when left out
   * @param publishedTo last day, null when open
   * @param mode whether it may answer without people
   * @param items items that hold a value
   */
  record Register(
      @Nullable String parentRecordKey,
      @Nullable String regionCode,
      @Nullable LocalDate publishedFrom,
      @Nullable LocalDate publishedTo,
      ResponseMode mode,
      Map<ItemCode, String> items)
      implements WantedChange {

    /** One that hangs on none and has no 「行政区コード」. */
    public Register(
        @Nullable LocalDate publishedFrom,
        @Nullable LocalDate publishedTo,
        ResponseMode mode,
        Map<ItemCode, String> items) {
      this(null, null, publishedFrom, publishedTo, mode, items);
    }

    public Register {
      items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    @Override
    public ProposalKind kind() {
      return ProposalKind.REGISTRATION;
    }

    /** Never shows the content. */
    @Override
    public String toString() {
      return "Register[redacted]";
    }
  }

  /**
   * Other values.
   *
   * @param seen 「レコード識別番号」 that had written what the person saw
   * @param publishedFrom first day of publication, null when left out
   * @param publishedTo last day, null when open
   * @param items items that change, null where they are to hold no value
   */
  record Correct(
      RecordIdentificationNumber seen,
      @Nullable LocalDate publishedFrom,
      @Nullable LocalDate publishedTo,
      Map<ItemCode, @Nullable String> items)
      implements WantedChange {

    // Written out, because javac keeps no annotation of a type argument in a compact constructor.
    public Correct(
        RecordIdentificationNumber seen,
        @Nullable LocalDate publishedFrom,
        @Nullable LocalDate publishedTo,
        Map<ItemCode, @Nullable String> items) {
      this.seen = seen;
      this.publishedFrom = publishedFrom;
      this.publishedTo = publishedTo;
      this.items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    @Override
    public ProposalKind kind() {
      return ProposalKind.CORRECTION;
    }

    /** Never shows the content. */
    @Override
    public String toString() {
      return "Correct[redacted]";
    }
  }

  /**
   * 「自動応答不可フラグ」 of the record.
   *
   * @param seen 「レコード識別番号」 that had written what the person saw
   * @param mode whether it may answer without people
   */
  record SetResponseMode(RecordIdentificationNumber seen, ResponseMode mode)
      implements WantedChange {

    @Override
    public ProposalKind kind() {
      return ProposalKind.RESPONSE_MODE;
    }
  }

  /**
   * None any more.
   *
   * @param seen 「レコード識別番号」 that had written what the person saw
   */
  record Delete(RecordIdentificationNumber seen) implements WantedChange {

    @Override
    public ProposalKind kind() {
      return ProposalKind.DELETION;
    }
  }
}
