package jp.chukan.mocknetwork.testing;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/** Persons of whom no 住民票 tells, for tests of the register network: each asked for is a new one. */
public final class RegisterPeople {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private RegisterPeople() {}

  /** 転入 of somebody new. */
  public static IdentityInformation arrival(String municipality) {
    int number = NEXT.incrementAndGet();
    String digits = "990" + "%08d".formatted(number);
    return new IdentityInformation(
        new ResidentRecordCode(digits),
        IndividualNumber.fictitious(digits),
        new BasicInformation(
            "試験 住基" + number, "架空県試験町" + number + "番地", LocalDate.of(1980, 1, 1), "1"),
        municipality,
        ChangeReason.MOVED_IN,
        DAY,
        1);
  }

  /** What happens next to somebody. */
  public static IdentityInformation then(IdentityInformation before, ChangeReason reason) {
    return new IdentityInformation(
        before.recordCode(),
        before.individualNumber(),
        before.person(),
        before.municipality(),
        reason,
        before.changedOn(),
        before.version() + 1);
  }

  /** The same version with other 4情報. */
  public static IdentityInformation with(IdentityInformation version, BasicInformation person) {
    return new IdentityInformation(
        version.recordCode(),
        version.individualNumber(),
        person,
        version.municipality(),
        version.reason(),
        version.changedOn(),
        version.version());
  }
}
