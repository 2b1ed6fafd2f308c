package jp.chukan.mocknetwork.healthinsurance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.InquiryFileWriter;
import jp.chukan.contract.inquiryfile.InquiryLine;
import jp.chukan.mocknetwork.coresystem.ScheduleItem;
import jp.chukan.mocknetwork.inquiryrelay.BusinessInquiryFile;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import org.springframework.stereotype.Component;

/** 「情報照会ファイル」 of the 国民健康保険システム through the 宛名管理システム (MS-24, T:2131). */
@Component
final class InquireByFile {
  private static final NonDisclosureCode DISCLOSED = new NonDisclosureCode("0");
  private final Systems systems;

  InquireByFile(Systems systems) {
    this.systems = systems;
  }

  /**
   * Hands a file in.
   *
   * @param positions about whom, at most as many as one file holds
   * @param now names the file, and its lines one after the other
   * @throws IllegalArgumentException for an affair of somebody else
   */
  BusinessInquiryFile.HandedIn handIn(
      InstitutionCode municipality,
      List<Integer> positions,
      ScheduleItem affair,
      ProviderDesignation provider,
      SpecificPersonalInformationCode information,
      Instant now) {
    InquireThroughHub.requireOwn(affair);
    return systems.send(
        insurance(Institution.localGovernment(municipality)),
        hub(Institution.localGovernment(municipality)),
        BusinessInquiryFile.MESSAGE,
        file(municipality, positions, affair, provider, information, now),
        BusinessInquiryFile.HandedIn.class);
  }

  /** The file of these persons, one line each. */
  static BusinessInquiryFile file(
      InstitutionCode municipality,
      List<Integer> positions,
      ScheduleItem affair,
      ProviderDesignation provider,
      SpecificPersonalInformationCode information,
      Instant now) {
    List<InquiryLine> lines = new ArrayList<>();
    for (int position : positions) {
      lines.add(
          new InquiryLine(
              BusinessSystem.HEALTH_INSURANCE.ofResident(position),
              null,
              now.plusMillis(lines.size()),
              InquireThroughHub.DEPARTMENT,
              InquireThroughHub.USER,
              municipality,
              DISCLOSED,
              affair.affair(),
              affair.procedure(),
              null,
              null,
              provider,
              information,
              null,
              null));
    }
    Map.Entry<InquiryFileName, byte[]> file =
        InquiryFileWriter.write(now, lines).entrySet().iterator().next();
    return BusinessInquiryFile.of(file.getKey().value(), file.getValue());
  }

  /**
   * Fetches what came of it.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException UNKNOWN when this system did not hand
   *     the file in
   */
  BusinessInquiryFile.Result result(String place, ReceptionNumber reference) {
    return systems.send(
        insurance(place),
        hub(place),
        BusinessInquiryFile.ResultQuery.MESSAGE,
        new BusinessInquiryFile.ResultQuery(reference),
        BusinessInquiryFile.Result.class);
  }

  private static CountrySystem insurance(String place) {
    return new CountrySystem(SystemKind.HEALTH_INSURANCE, place);
  }

  private static CountrySystem hub(String place) {
    return new CountrySystem(SystemKind.ADDRESSEE_HUB, place);
  }
}
