package jp.chukan.mocknetwork.supplement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/** 附票 of one person who does not exist. */
public final class TestSupplements {
  public static final String PLACE = "08220";
  public static final LocalDate BORN = LocalDate.of(1990, 4, 1);
  public static final String NAME = "架空 附票子";
  public static final String ADDRESS = "茨城県つくば市架空町1番地";

  private TestSupplements() {}

  public static SupplementChange change(
      ResidentRecordCode code, SupplementNotice notice, int version) {
    return change(code, notice, version, NAME, ADDRESS);
  }

  public static SupplementChange change(
      ResidentRecordCode code, SupplementNotice notice, int version, String name, String address) {
    boolean abroad = notice == SupplementNotice.LEFT_THE_COUNTRY;
    return new SupplementChange(
        information(
            code,
            notice,
            notice.isRemoval()
                ? SupplementState.REMOVED
                : abroad ? SupplementState.ABROAD : SupplementState.IN_JAPAN,
            name,
            Optional.of(address).filter(text -> !abroad),
            Optional.of(address).filter(text -> abroad)),
        version);
  }

  public static SupplementInformation information(
      ResidentRecordCode code,
      SupplementNotice notice,
      SupplementState state,
      String name,
      Optional<String> address,
      Optional<String> lastAddress) {
    return new SupplementInformation(
        code,
        name,
        SupplementInformation.externalIn(name),
        Optional.empty(),
        BORN,
        "2",
        address.map(text -> PLACE),
        address,
        0,
        lastAddress,
        0,
        LocalDate.of(2026, 4, 1),
        Optional.empty(),
        PLACE,
        state,
        SupplementInformation.externalIn(name) > 0,
        List.of(),
        notice);
  }
}
