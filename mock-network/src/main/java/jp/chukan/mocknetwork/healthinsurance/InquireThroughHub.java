package jp.chukan.mocknetwork.healthinsurance;

import java.util.List;
import java.util.Set;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.mocknetwork.coresystem.ScheduleItem;
import jp.chukan.mocknetwork.inquiryrelay.BusinessInquiry;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import org.springframework.stereotype.Component;

/**
 * 「情報照会」 of the 国民健康保険システム through the 宛名管理システム (MS-24, T:2131), for its own affairs and no other
 * (MU-04): items 27 (国民健康保険税) and 42 to 45 of 別表第二. Which of them is permitted against whom is
 * decided by the 照会許可照合リスト of the server.
 */
@Component
final class InquireThroughHub {
  static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  static final UserId USER = new UserId("kokuho-01");
  private static final Set<ScheduleItem> AFFAIRS =
      Set.of(
          new ScheduleItem("27"),
          new ScheduleItem("42"),
          new ScheduleItem("43"),
          new ScheduleItem("44"),
          new ScheduleItem("45"));

  private final Systems systems;

  InquireThroughHub(Systems systems) {
    this.systems = systems;
  }

  /**
   * Asks about an insured person.
   *
   * @throws IllegalArgumentException for an affair of somebody else
   * @throws jp.chukan.mocknetwork.link.RefusedCallException UNKNOWN when the hub does not know the
   *     person
   */
  BusinessInquiry.Asked ask(
      String place,
      int position,
      ScheduleItem affair,
      ProviderDesignation provider,
      SpecificPersonalInformationCode information) {
    requireOwn(affair);
    return systems.send(
        insurance(place),
        hub(place),
        BusinessInquiry.MESSAGE,
        new BusinessInquiry(
            BusinessSystem.HEALTH_INSURANCE.ofResident(position),
            DEPARTMENT,
            USER,
            affair.affair(),
            affair.procedure(),
            provider,
            information,
            List.of()),
        BusinessInquiry.Asked.class);
  }

  /**
   * Fetches what came of it.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException UNKNOWN when this system did not ask
   *     under the number
   */
  BusinessInquiry.Result result(String place, ReceptionNumber reference) {
    return systems.send(
        insurance(place),
        hub(place),
        BusinessInquiry.ResultQuery.MESSAGE,
        new BusinessInquiry.ResultQuery(reference, DEPARTMENT, USER),
        BusinessInquiry.Result.class);
  }

  /**
   * Lets an affair of the 国民健康保険 pass.
   *
   * @throws IllegalArgumentException for one of somebody else (MU-04)
   */
  static void requireOwn(ScheduleItem affair) {
    if (!AFFAIRS.contains(affair)) {
      throw new IllegalArgumentException("affair");
    }
  }

  private static CountrySystem insurance(String place) {
    return new CountrySystem(SystemKind.HEALTH_INSURANCE, place);
  }

  private static CountrySystem hub(String place) {
    return new CountrySystem(SystemKind.ADDRESSEE_HUB, place);
  }
}
