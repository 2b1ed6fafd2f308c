package jp.chukan.mocknetwork.prefecturalserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.chukan.mocknetwork.executivebody.AskPrefecture;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByRecordCode;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.testing.RegisterNetwork;
import jp.chukan.mocknetwork.testing.RegisterPeople;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("本人への開示")
class DisclosureIT {
  private final RunningCountry country = RunningCountry.get();
  private final RegisterNetwork network = new RegisterNetwork("08220");
  private final PrintIdentitySheet disclosure = country.bean(PrintIdentitySheet.class);
  private final ProvisionRecords records = country.bean(ProvisionRecords.class);

  @Test // JN-37, G:51
  @DisplayName("保有している項目、以前の内容、提供の記録が紙に出て、出したことが記録される")
  void theSheetTellsWhatIsHeldWhatWasAndWhoWasTold() {
    IdentityInformation arrival = network.newcomer();
    IdentityInformation departure =
        network.known(RegisterPeople.then(arrival, ChangeReason.MOVED_OUT));
    country
        .bean(AskPrefecture.class)
        .ask("08", "KI001", RegisterNetwork.OCCASION, new ByRecordCode(arrival.recordCode()));

    String sheet = disclosure.print("08", arrival.recordCode(), RegisterNetwork.OCCASION);

    assertThat(sheet)
        .contains("size: A4")
        .contains("漢字氏名", arrival.person().name())
        .contains("住所", arrival.person().address())
        .contains("個人番号", arrival.individualNumber().value())
        .contains("住民票コード", arrival.recordCode().value())
        .contains("1980年1月1日")
        .contains("executive-body-08", "特別支援学校への就学奨励");
    assertThat(sheet.indexOf("転出")).isBetween(0, sheet.indexOf("転入"));
    assertThat(sheet).contains("現在の内容", "以前の内容", "消除", "現存");
    assertThat(departure.version()).isEqualTo(2);
    assertThat(records.about(network.prefecture(), arrival.recordCode()).getLast().kind())
        .isEqualTo(ProvisionKind.DISCLOSURE);
  }

  @Test // JN-12 JN-37
  void whoIsNotHeldGetsNoSheetAndThatIsRecorded() {
    IdentityInformation nobody = RegisterPeople.arrival("08220");

    assertThatThrownBy(() -> disclosure.print("08", nobody.recordCode(), RegisterNetwork.OCCASION))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> assertThat(refused.fault()).isEqualTo(Fault.UNKNOWN));
    assertThat(records.about(network.prefecture(), nobody.recordCode()).getLast().fault())
        .contains(Fault.UNKNOWN);
  }
}
