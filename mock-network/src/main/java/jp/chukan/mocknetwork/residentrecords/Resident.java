package jp.chukan.mocknetwork.residentrecords;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;

/**
 * One fictitious resident as the 「住民記録システム」 knows it.
 *
 * @param index position in the register, from 0
 * @param addresseeNumber 宛名番号 in this business system
 * @param individualNumber 個人番号
 * @param recordCode 住民票コード
 * @param basicInformation 4情報
 * @param nationality {@code JPN} or another code of ISO 3166-1 alpha-3
 * @param household number of the household
 * @param householdInformation 世帯情報
 * @param underSupport 支援措置: neither automatic answers nor disclosure (MU-05)
 * @param residence whether the person lives here
 * @param particulars 記載事項 that only the 住民票 has
 * @param updatedAt last change of the record
 */
public record Resident(
    int index,
    AddresseeNumber addresseeNumber,
    IndividualNumber individualNumber,
    ResidentRecordCode recordCode,
    BasicInformation basicInformation,
    String nationality,
    int household,
    HouseholdInformation householdInformation,
    boolean underSupport,
    Residence residence,
    Particulars particulars,
    Instant updatedAt) {
  /** Nationality of a Japanese. */
  public static final String JAPANESE = "JPN";

  /** 住民となった日, of somebody who is gone the day of the 消除. */
  public LocalDate since() {
    return switch (residence) {
      case Residence.Present(var since) -> since;
      case Residence.Removed(var reason, var on) -> on;
    };
  }

  /** What the 消除 was, empty while the person lives here. */
  public Optional<ResidentNotice.Removal> removal() {
    return switch (residence) {
      case Residence.Present(var since) -> Optional.empty();
      case Residence.Removed(var reason, var on) ->
          Optional.of(new ResidentNotice.Removal(reason, on));
    };
  }

  /** 「異動通知」: the resident as others are told. */
  public ResidentNotice notice(int version) {
    return new ResidentNotice(
        index,
        individualNumber,
        basicInformation,
        nationality,
        household,
        householdInformation instanceof HouseholdInformation.Head,
        underSupport,
        since(),
        removal(),
        version);
  }

  Resident with(BasicInformation changed, Instant at) {
    return copy(changed, householdInformation, underSupport, residence, at);
  }

  /** At another address here, which the person had not before. */
  Resident movedTo(String address, LocalDate day, Instant at) {
    return new Resident(
        index,
        addresseeNumber,
        individualNumber,
        recordCode,
        new BasicInformation(
            basicInformation.name(), address, basicInformation.birthDate(), basicInformation.sex()),
        nationality,
        household,
        householdInformation,
        underSupport,
        residence,
        particulars.movedFrom(basicInformation.address(), day),
        at);
  }

  /** With what a 法務省通知 says of a foreigner. */
  Resident with(String changedNationality, Particulars.Foreigner changed, Instant at) {
    return new Resident(
        index,
        addresseeNumber,
        individualNumber,
        recordCode,
        basicInformation,
        changedNationality,
        household,
        householdInformation,
        underSupport,
        residence,
        particulars.with(changed),
        at);
  }

  Resident with(HouseholdInformation changed, Instant at) {
    return copy(basicInformation, changed, underSupport, residence, at);
  }

  Resident with(Residence changed, Instant at) {
    return copy(basicInformation, householdInformation, underSupport, changed, at);
  }

  Resident withSupport(boolean begun, Instant at) {
    return copy(basicInformation, householdInformation, begun, residence, at);
  }

  private Resident copy(
      BasicInformation person,
      HouseholdInformation inHousehold,
      boolean support,
      Residence lives,
      Instant at) {
    return new Resident(
        index,
        addresseeNumber,
        individualNumber,
        recordCode,
        person,
        nationality,
        household,
        inHousehold,
        support,
        lives,
        particulars,
        at);
  }

  /** Shows the position only: the rest is about a person. */
  @Override
  public String toString() {
    return "Resident[" + index + ", redacted]";
  }
}
