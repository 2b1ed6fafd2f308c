package jp.chukan.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.ReplicaItem;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;

/** Records of a registration, about obviously fictitious people. */
public final class SampleRecords {
  private static final Instant UPDATED = Instant.parse("2026-10-01T00:00:00Z");

  private SampleRecords() {}

  /** A head of household (even numbers), or a member with the head's name and 続柄 (odd ones). */
  public static RegistrationRecord household(int number) {
    boolean head = number % 2 == 0;
    return new RegistrationRecord(
        new RecordIdentificationNumber("REC-%08d".formatted(number)),
        new UnifiedAddresseeNumber(Integer.toString(number)),
        SampleMessages.HOUSEHOLD,
        new ItemCode("TK00000000000100"),
        "1",
        new LayoutEdition("1"),
        head ? null : "0",
        LocalDate.parse("2026-10-01"),
        head ? null : LocalDate.parse("2027-03-31"),
        head ? null : "R-1",
        head ? null : ResponseMode.APPROVAL_REQUIRED,
        head ? null : new NonDisclosureCode("1"),
        head
            ? List.of(item(1, "1"), noItem(2))
            : List.of(item(1, "0"), item(2, NAME), item(3, "妻")));
  }

  private static final String NAME = "試験 太郎 <&]]>";

  private static ReplicaItem item(int number, String value) {
    return new ReplicaItem(new ItemCode("TK%014d".formatted(100 + number)), value, "1", UPDATED);
  }

  private static ReplicaItem noItem(int number) {
    return new ReplicaItem(new ItemCode("TK%014d".formatted(100 + number)), null, null, null);
  }
}
