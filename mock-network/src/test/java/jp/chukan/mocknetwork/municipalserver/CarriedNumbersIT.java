package jp.chukan.mocknetwork.municipalserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.carriednumber.CarriedNumber;
import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.coresystem.Identifiers;
import jp.chukan.mocknetwork.link.Communication;
import jp.chukan.mocknetwork.link.CommunicationLog;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import jp.chukan.mocknetwork.testing.RegisterPeople;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("処理通番は住基ネットを一段ずつ通る")
class CarriedNumbersIT {
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, "13121");
  private static final CountrySystem SERVER =
      new CountrySystem(SystemKind.MUNICIPAL_SERVER, "13121");
  private static final CountrySystem NATION = CountrySystem.only(SystemKind.NATIONAL_SERVER);

  private final RunningCountry country = RunningCountry.get();
  private final Systems systems = country.bean(Systems.class);

  @AfterEach
  void everythingRuns() {
    systems.doorOf(NATION).setRunning(true);
  }

  private CarriedNumbers numberOf(String institution) {
    ProcessingNumber number = country.bean(Identifiers.class).processingNumber();
    return new CarriedNumbers(
        List.of(
            new CarriedNumber(
                new InstitutionCode(institution),
                number,
                RegisterPeople.arrival("13121").recordCode())));
  }

  private CarriedNumbers.Taken send(CarriedNumbers numbers) {
    return systems.send(
        RECORDS, SERVER, CarriedNumbers.MESSAGE, numbers, CarriedNumbers.Taken.class);
  }

  @Test // MS-34, T:2943
  void eachStepOfTheWayIsACommunicationOfItsOwn() {
    CommunicationLog log = country.bean(CommunicationLog.class);
    long before = log.after(0, Integer.MAX_VALUE).size();

    assertThat(send(numberOf("0220113121101700")).numbers()).isEqualTo(1);

    assertThat(log.after(0, Integer.MAX_VALUE).stream().skip(before))
        .filteredOn(one -> one.message().equals(CarriedNumbers.MESSAGE))
        .extracting(Communication::from)
        .extracting(CountrySystem::kind)
        .containsExactly(
            SystemKind.NATIONAL_SERVER,
            SystemKind.PREFECTURAL_SERVER,
            SystemKind.MUNICIPAL_SERVER,
            SystemKind.RESIDENT_RECORDS);
  }

  @Test // JN-09
  void aNumberOfAnotherMunicipalityIsRefused() {
    assertThatThrownBy(() -> send(numberOf("0220108220101700")))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.FORBIDDEN_SENDER);
              assertThat(refused.place()).isEqualTo("institution");
            });
  }

  @Test
  void theSenderLearnsThatAStepFurtherOnIsOutOfOrder() {
    systems.doorOf(NATION).setRunning(false);

    assertThatThrownBy(() -> send(numberOf("0220113121101700")))
        .isInstanceOf(UnreachableSystemException.class);
  }
}
