package jp.chukan.mocknetwork.inquiryrelay;

import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
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

/** Where the 国民健康保険システム hands inquiries in at the hub and fetches what came of them (MS-24). */
@Component
final class InquiryDoors {
  private static final BusinessSystem SYSTEM = BusinessSystem.HEALTH_INSURANCE;
  private final RelayInquiry relay;

  InquiryDoors(Systems systems, InstitutionDirectory institutions, RelayInquiry relay) {
    this.relay = relay;
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      systems
          .doorOf(new CountrySystem(SystemKind.ADDRESSEE_HUB, served.localGovernment()))
          .takes(
              BusinessInquiry.MESSAGE,
              SystemKind.HEALTH_INSURANCE,
              BusinessInquiry.class,
              (from, inquiry) -> ask(served.code(), inquiry))
          .takes(
              BusinessInquiry.ResultQuery.MESSAGE,
              SystemKind.HEALTH_INSURANCE,
              BusinessInquiry.ResultQuery.class,
              (from, query) -> result(served.code(), query));
    }
  }

  private BusinessInquiry.Asked ask(InstitutionCode municipality, BusinessInquiry inquiry) {
    RelayInquiry.Asked asked =
        relay.ask(
            municipality,
            SYSTEM,
            new RelayInquiry.Wish(
                inquiry.addressee(),
                inquiry.department(),
                inquiry.user(),
                inquiry.affair(),
                inquiry.procedure(),
                inquiry.provider(),
                inquiry.information(),
                inquiry.items()));
    if (asked.reference() == null && asked.errorCode() == null) {
      throw new RefusedCallException(Fault.UNKNOWN, "addressee");
    }
    return new BusinessInquiry.Asked(
        Optional.ofNullable(asked.reference()), Optional.ofNullable(asked.errorCode()));
  }

  private BusinessInquiry.Result result(
      InstitutionCode municipality, BusinessInquiry.ResultQuery query) {
    return relay
        .result(municipality, SYSTEM, query.reference(), query.department(), query.user())
        .map(
            standing ->
                new BusinessInquiry.Result(
                    standing.addressee(),
                    standing.complete(),
                    Optional.ofNullable(standing.result().errorCode()),
                    standing.result().items().stream()
                        .map(
                            item ->
                                new BusinessInquiry.Item(
                                    item.code(), Optional.ofNullable(item.value())))
                        .toList()))
        .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "reference"));
  }
}
