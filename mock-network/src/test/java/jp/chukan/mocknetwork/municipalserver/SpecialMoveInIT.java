package jp.chukan.mocknetwork.municipalserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.nationalserver.HoldCertificates;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.NewResident;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.SpecialMoveIn;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import jp.chukan.mocknetwork.specialmovein.DepartureCertificate;
import jp.chukan.mocknetwork.specialmovein.DepartureQuery;
import jp.chukan.mocknetwork.testing.RegisterNetwork;
import jp.chukan.mocknetwork.testing.RegisterPeople;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("特例転入")
class SpecialMoveInIT {
  private static final Instant NOON = Instant.parse("2026-05-01T03:00:00Z");

  private final RunningCountry country = RunningCountry.get();
  private final RegisterNetwork before = new RegisterNetwork("04202");
  private final RegisterNetwork next = new RegisterNetwork("08220");
  private final HoldCertificates certificates = country.bean(HoldCertificates.class);

  private static DepartureCertificate certificateOf(IdentityInformation one, String to) {
    return new DepartureCertificate(
        one.recordCode(),
        one.individualNumber(),
        one.person(),
        "JPN",
        Optional.empty(),
        Optional.empty(),
        one.municipality(),
        to,
        LocalDate.of(2026, 5, 1));
  }

  private void deposit(DepartureCertificate certificate) {
    before.send(DepartureCertificate.MESSAGE, certificate, DepartureCertificate.Deposited.class);
    await().until(() -> certificates.holds(certificate.recordCode()));
  }

  private static DepartureCertificate fetch(RegisterNetwork by, ResidentRecordCode person) {
    return by.send(
        DepartureQuery.MESSAGE,
        new DepartureQuery(by.server().place(), RegisterNetwork.OCCASION, person),
        DepartureCertificate.class);
  }

  @Test // JN-40
  @DisplayName("転出証明書情報は転入先の市町村だけが一度だけ受け取り、受け取ると消える")
  void theNextMunicipalityGetsACertificateOnce() {
    IdentityInformation one = RegisterPeople.arrival("04202");
    DepartureCertificate certificate = certificateOf(one, "08220");
    deposit(certificate);

    assertFault(
        () -> fetch(new RegisterNetwork("13121"), one.recordCode()), Fault.FORBIDDEN_SENDER);
    assertThat(fetch(next, one.recordCode())).isEqualTo(certificate);
    assertThat(certificates.holds(one.recordCode())).isFalse();
    assertFault(() -> fetch(next, one.recordCode()), Fault.UNKNOWN);

    assertThat(country.bean(ProvisionRecords.class).about(RegisterNetwork.NATION, one.recordCode()))
        .allMatch(record -> record.kind() == ProvisionKind.SPECIAL_MOVE_IN)
        .extracting(record -> record.fault())
        .containsExactly(
            Optional.of(Fault.FORBIDDEN_SENDER), Optional.empty(), Optional.of(Fault.UNKNOWN));
  }

  @Test // JN-09
  void nobodyDepositsForAnotherMunicipality() {
    IdentityInformation one = RegisterPeople.arrival("13121");

    assertFault(() -> deposit(certificateOf(one, "08220")), Fault.FORBIDDEN_SENDER);
  }

  @Test
  @DisplayName("二か月取りに来ない転出証明書情報は消える")
  void whatNobodyFetchesIsErased() {
    IdentityInformation one = RegisterPeople.arrival("04202");
    deposit(certificateOf(one, "08220"));
    Instant now = country.bean(InstantSource.class).instant();

    certificates.removeForgotten(now.plus(Duration.ofDays(59)));
    assertThat(certificates.holds(one.recordCode())).isTrue();
    certificates.removeForgotten(now.plus(Duration.ofDays(61)));
    assertThat(certificates.holds(one.recordCode())).isFalse();
  }

  @Test
  @DisplayName("転出した世帯が特例転入し、全国サーバでも新しい市町村の人になる")
  void aHouseholdMovesWithoutPaper() {
    ResidentRegisters registers = country.bean(ResidentRegisters.class);
    ResidentRegister ishinomaki = registers.of(registers.municipalities().get(0));
    ResidentRegister tsukuba = registers.of(registers.municipalities().get(1));
    TakeEvent events = country.bean(TakeEvent.class);
    List<Integer> household = moveIn(events, ishinomaki.municipality(), List.of("試験 特例", "試験 子"));
    IdentityInformation head = known(ishinomaki, household.get(0));
    IdentityInformation child = known(ishinomaki, household.get(1));
    events.take(
        ishinomaki.municipality().code(), new ResidentEvent.MoveOut(household, "08220", NOON));
    await()
        .until(
            () -> certificates.holds(head.recordCode()) && certificates.holds(child.recordCode()));

    List<Resident> arrived =
        country
            .bean(SpecialMoveIn.class)
            .moveIn(
                tsukuba.municipality().code(),
                List.of(child.recordCode(), head.recordCode()),
                "茨城県つくば市試験町9番地",
                RegisterNetwork.OCCASION,
                NOON)
            .changed();

    assertThat(arrived)
        .extracting(Resident::householdInformation)
        .containsExactly(
            new HouseholdInformation.Head(),
            new HouseholdInformation.Member(head.person().name(), "子"));
    await()
        .until(
            () ->
                next.fileOf(RegisterNetwork.NATION)
                    .current(child.recordCode())
                    .filter(one -> one.municipality().equals("08220"))
                    .isPresent());
    assertThat(next.fileOf(RegisterNetwork.NATION).history(child.recordCode()))
        .extracting(IdentityInformation::reason)
        .containsExactly(ChangeReason.MOVED_IN, ChangeReason.MOVED_OUT, ChangeReason.MOVED_IN);
    assertThat(next.fileOf(before.server()).current(child.recordCode()))
        .get()
        .matches(one -> one.reason() == ChangeReason.MOVED_OUT);
  }

  private List<Integer> moveIn(TakeEvent events, Institution to, List<String> names) {
    List<NewResident> newcomers =
        names.stream()
            .map(
                name -> {
                  IdentityInformation one = RegisterPeople.arrival(to.localGovernment());
                  return new NewResident(
                      one.individualNumber(),
                      one.recordCode(),
                      one.person(),
                      "JPN",
                      name.equals(names.getFirst())
                          ? new HouseholdInformation.Head()
                          : new HouseholdInformation.Member(names.getFirst(), "子"));
                })
            .toList();
    return events
        .take(to.code(), new ResidentEvent.MoveIn(newcomers, "01100", NOON.minusSeconds(60)))
        .changed()
        .stream()
        .map(Resident::index)
        .toList();
  }

  private IdentityInformation known(ResidentRegister register, int index) {
    ResidentRecordCode person = register.resident(index).recordCode();
    await().until(() -> before.fileOf(before.server()).current(person).isPresent());
    return before.fileOf(before.server()).current(person).orElseThrow();
  }

  private static void assertFault(Runnable call, Fault fault) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
