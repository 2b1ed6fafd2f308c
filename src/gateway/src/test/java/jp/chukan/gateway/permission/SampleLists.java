package jp.chukan.gateway.permission;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.PermittedInquiry;
import org.jspecify.annotations.Nullable;

/** Lists as the network might publish them. */
final class SampleLists {
  static final Instant PUBLISHED = Instant.parse("2026-11-01T00:00:00Z");
  static final LocalDate FIRST_DAY = LocalDate.parse("2026-04-01");
  static final LocalDate LAST_DAY = LocalDate.parse("2027-03-31");
  static final InquiryTuple PERMITTED =
      new InquiryTuple(
          STRANGER,
          new AffairCode("JM01000000001000"),
          new ProcedureCode("JT01010000001001"),
          ISHINOMAKI,
          new SpecificPersonalInformationCode("TM00000000000001"));

  private SampleLists() {}

  static PermissionMatchingList list(int version, PermittedInquiry... entries) {
    return new PermissionMatchingList(version, PUBLISHED, List.of(entries));
  }

  static PermittedInquiry entry(InquiryTuple tuple, LocalDate from, @Nullable LocalDate to) {
    return new PermittedInquiry(
        tuple.inquirer(),
        tuple.affair(),
        tuple.procedure(),
        tuple.provider(),
        tuple.information(),
        from,
        to);
  }

  /** A list of the largest size that is expected, all entries different. */
  static PermissionMatchingList largest(int version, int entries) {
    return new PermissionMatchingList(
        version,
        PUBLISHED,
        IntStream.range(0, entries)
            .mapToObj(
                i ->
                    new PermittedInquiry(
                        PERMITTED.inquirer(),
                        new AffairCode("JM%014d".formatted(i / 50)),
                        new ProcedureCode("JT%014d".formatted(i)),
                        PERMITTED.provider(),
                        PERMITTED.information(),
                        FIRST_DAY,
                        i % 2 == 0 ? LAST_DAY : null))
            .toList());
  }
}
