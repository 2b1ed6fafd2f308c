package jp.chukan.mocknetwork.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.replica.ReplicaUpdate;
import jp.chukan.mocknetwork.replica.ReplicaUpdates;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("業務システムから宛名管理システムへ")
class HubDoorsIT {
  private static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  private static final String PLACE = "08220";
  private static final BasicInformation SAMPLE =
      new BasicInformation("例示 花子", "茨城県つくば市例示台1番地", LocalDate.of(1990, 1, 1), "2");
  private static final Instant AUTUMN = Instant.parse("2026-11-01T00:00:00Z");
  private static final int CORRECTED = 990;

  private final RunningCountry country = RunningCountry.get();
  private final AddresseeHub hub = country.bean(AddresseeHub.class);

  @Test
  @DisplayName("職権修正の後、宛名管理システムの4情報も新しくなる")
  void aCorrectedNameIsTheHubsAtOnce() {
    Resident before = country.bean(Municipalities.class).resident(TSUKUBA, CORRECTED);
    country
        .bean(TakeEvent.class)
        .take(
            TSUKUBA,
            new ResidentEvent.Correction(
                CORRECTED, before.basicInformation().name() + " 改", AUTUMN));

    assertThat(hub.known(TSUKUBA, before))
        .hasValueSatisfying(
            person -> assertThat(person.name()).isEqualTo(before.basicInformation().name() + " 改"));
  }

  @Test // JN-39
  @DisplayName("別人の宛名番号での登録は、その項目を示して断る")
  void aNumberOfAnotherIsRefused() {
    send(IndividualNumber.fictitious("99900000101"));

    assertThatThrownBy(() -> send(IndividualNumber.fictitious("99900000102")))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.NUMBER_OF_ANOTHER);
              assertThat(refused.place()).isEqualTo("addresseeNumber");
            });
  }

  @Test // MS-31
  @DisplayName("個人番号は宛名管理システムから先へ行かない")
  void noIndividualNumberGoesOnToTheServer() {
    IndividualNumber number = IndividualNumber.fictitious("99900000103");
    send(number, "59000103");

    assertThat(country.gateway().received("/municipal/replicas"))
        .isNotEmpty()
        .noneSatisfy(request -> assertThat(request.getBodyAsString()).contains(number.value()));
  }

  private void send(IndividualNumber number) {
    send(number, "59000101");
  }

  private void send(IndividualNumber number, String addressee) {
    country
        .bean(Systems.class)
        .send(
            new CountrySystem(SystemKind.RESIDENT_RECORDS, PLACE),
            new CountrySystem(SystemKind.ADDRESSEE_HUB, PLACE),
            "replicas",
            new ReplicaUpdates(
                List.of(
                    ReplicaUpdate.of(
                        new AddresseeNumber(addressee),
                        number,
                        SAMPLE,
                        new HouseholdInformation.Head(),
                        false,
                        AUTUMN))),
            ReplicaUpdates.Counts.class);
  }
}
