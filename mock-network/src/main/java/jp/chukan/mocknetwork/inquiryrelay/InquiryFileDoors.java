package jp.chukan.mocknetwork.inquiryrelay;

import java.util.Base64;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import org.springframework.stereotype.Component;

/**
 * Where the 国民健康保険システム hands files of inquiries in at the hub and fetches their results (MS-24).
 */
@Component
final class InquiryFileDoors {
  private static final BusinessSystem SYSTEM = BusinessSystem.HEALTH_INSURANCE;
  private final InquiryRelay relay;

  InquiryFileDoors(Systems systems, InstitutionDirectory institutions, InquiryRelay relay) {
    this.relay = relay;
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      systems
          .doorOf(new CountrySystem(SystemKind.ADDRESSEE_HUB, served.localGovernment()))
          .takes(
              BusinessInquiryFile.MESSAGE,
              SystemKind.HEALTH_INSURANCE,
              BusinessInquiryFile.class,
              (from, file) -> handIn(served.code(), file))
          .takes(
              BusinessInquiryFile.ResultQuery.MESSAGE,
              SystemKind.HEALTH_INSURANCE,
              BusinessInquiryFile.ResultQuery.class,
              (from, query) -> result(served.code(), query));
    }
  }

  private BusinessInquiryFile.HandedIn handIn(
      InstitutionCode municipality, BusinessInquiryFile file) {
    try {
      RelayedFile relayed =
          relay.handIn(municipality, SYSTEM, InquiryFileName.parse(file.fileName()), file.bytes());
      return new BusinessInquiryFile.HandedIn(
          relayed.reference(), relayed.lines(), relayed.toldBack());
    } catch (InvalidInputException refused) {
      throw refusal(refused.refusal().code());
    } catch (IllegalArgumentException noBase64) {
      throw new RefusedCallException(Fault.MALFORMED, "content");
    }
  }

  private static RefusedCallException refusal(ErrorCode code) {
    if (code == ErrorCode.SKI_FILE_CONFLICT) {
      return new RefusedCallException(Fault.ALREADY_PRESENT, "fileName");
    }
    if (code == ErrorCode.SKI_SEVERAL_INSTITUTIONS) {
      return new RefusedCallException(Fault.FORBIDDEN_SENDER, "institution");
    }
    return new RefusedCallException(
        Fault.MALFORMED, code == ErrorCode.SKI_FILE_NAME ? "fileName" : "content");
  }

  private BusinessInquiryFile.Result result(
      InstitutionCode municipality, BusinessInquiryFile.ResultQuery query) {
    RelayedFile file =
        relay
            .find(municipality, query.reference())
            .filter(one -> one.system() == SYSTEM)
            .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "reference"));
    return new BusinessInquiryFile.Result(
        file.state(),
        relay
            .result(municipality, SYSTEM, query.reference())
            .map(Base64.getEncoder()::encodeToString));
  }
}
