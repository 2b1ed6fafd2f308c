package jp.chukan.mocknetwork.residentrecords.card;

import java.time.Period;
import java.util.Optional;
import jp.chukan.mocknetwork.certificate.CertificateContent;
import jp.chukan.mocknetwork.certificate.CertificateOptions;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.foreignresident.Nationality;
import jp.chukan.mocknetwork.foreignresident.PermittedStay;
import jp.chukan.mocknetwork.foreignresident.ResidenceCardNumber;
import jp.chukan.mocknetwork.foreignresident.StatusOfResidence;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Head;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Member;
import jp.chukan.mocknetwork.residentrecords.Particulars;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;

/** What a certificate says of each person: what was asked for, and nothing else (JN-13). */
final class CertificateEntries {
  private final ResidentRegister register;
  private final CertificateOptions options;

  CertificateEntries(ResidentRegister register, CertificateOptions options) {
    this.register = register;
    this.options = options;
  }

  static String headName(Resident resident) {
    return switch (resident.householdInformation()) {
      case Head() -> resident.basicInformation().name();
      case Member(var headName, var relationship) -> headName;
    };
  }

  CertificateContent.Entry of(Resident resident) {
    return new CertificateContent.Entry(
        resident.basicInformation().name(),
        resident.basicInformation().birthDate(),
        resident.basicInformation().sex(),
        resident.since(),
        resident.particulars().settledOn(),
        resident.particulars().previousAddress(),
        options.withRelationship() ? Optional.of(relationship(resident)) : Optional.empty(),
        options.withDomicile() ? domicile(resident) : Optional.empty(),
        options.withResidence() ? stay(resident) : Optional.empty());
  }

  private static String relationship(Resident resident) {
    return switch (resident.householdInformation()) {
      case Head() -> "世帯主";
      case Member(var headName, var relationship) -> relationship;
    };
  }

  private Optional<CertificateContent.Domicile> domicile(Resident resident) {
    return switch (resident.particulars().civilStatus()) {
      case Particulars.Japanese(var place, var first) ->
          Optional.of(
              new CertificateContent.Domicile(
                  place, register.resident(first).basicInformation().name()));
      case Particulars.Foreigner foreigner -> Optional.empty();
    };
  }

  private static Optional<CertificateContent.Stay> stay(Resident resident) {
    return resident
        .particulars()
        .foreigner()
        .map(
            foreigner -> {
              LegalCategory category = foreigner.category();
              Optional<String> status = Optional.empty();
              Optional<Period> period = Optional.empty();
              if (category instanceof LegalCategory.MidToLongTerm permitted) {
                status = Optional.of(permitted.status()).map(StatusOfResidence::japanese);
                period = permitted.stay().map(PermittedStay::period);
              }
              return new CertificateContent.Stay(
                  Nationality.japanese(resident.nationality()),
                  category.japanese(),
                  status,
                  period,
                  category.expiresOn(),
                  category.card().map(ResidenceCardNumber::value));
            });
  }
}
