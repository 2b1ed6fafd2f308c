package jp.chukan.mocknetwork.municipalserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import jp.chukan.mocknetwork.consistency.ConsistencyResult;
import jp.chukan.mocknetwork.consistency.ConsistencyResult.Finding;
import jp.chukan.mocknetwork.consistency.ConsistencyResult.FindingKind;
import jp.chukan.mocknetwork.consistency.ConsistencyResults;
import jp.chukan.mocknetwork.consistency.IdentityItem;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identityprovision.IdentityRepair;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecord;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.prefecturalserver.CompareMunicipality;
import jp.chukan.mocknetwork.testing.RegisterNetwork;
import jp.chukan.mocknetwork.testing.RegisterPeople;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

@DisplayName("整合性確認と異常時更新")
class ConsistencyIT {
  private static final String PLACE = "13121";
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final String APPROVER = "TE000002";

  private final RunningCountry country = RunningCountry.get();
  private final RegisterNetwork network = new RegisterNetwork(PLACE);
  private final ConsistencyResults results = country.bean(ConsistencyResults.class);

  /** What the 市町村CS is notified of about somebody. */
  private List<Finding> findingsAbout(IdentityInformation one) {
    CountrySystem server = network.server();
    int before = results.count(server);
    country.bean(CheckConsistency.class).begin(PLACE);
    await().until(() -> results.count(server) > before);
    ConsistencyResult result = results.last(server).orElseThrow();
    return result.findings().stream()
        .filter(finding -> finding.recordCode().equals(one.recordCode()))
        .toList();
  }

  private void spoil(CountrySystem owner, IdentityInformation version) {
    country
        .bean(TransactionOperations.class)
        .executeWithoutResult(open -> network.fileOf(owner).correct(version, NOW));
  }

  private static IdentityInformation renamed(IdentityInformation one) {
    BasicInformation person = one.person();
    return RegisterPeople.with(
        one, new BasicInformation("誤記 太郎", person.address(), person.birthDate(), person.sex()));
  }

  @Test // JN-07 JN-38, G:122
  @DisplayName("食い違いは人と項目の名で市町村CSに通知され、異常時更新で直る")
  void aDifferenceIsNamedWithoutItsValueAndMended() {
    IdentityInformation one = network.newcomer();
    assertThat(findingsAbout(one)).isEmpty();
    spoil(network.prefecture(), renamed(one));

    assertThat(findingsAbout(one))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.DIFFERENT);
              assertThat(finding.items()).containsExactly(IdentityItem.NAME);
            });

    country
        .bean(RepairAbove.class)
        .repair(PLACE, one.recordCode(), RegisterNetwork.OCCASION, APPROVER);

    assertThat(findingsAbout(one)).isEmpty();
    assertThat(network.fileOf(network.prefecture()).current(one.recordCode())).contains(one);
    ProvisionRecord audit =
        country
            .bean(ProvisionRecords.class)
            .about(network.prefecture(), one.recordCode())
            .getLast();
    assertThat(audit.kind()).isEqualTo(ProvisionKind.CORRECTION);
    assertThat(audit.occasion().operator()).isEqualTo(RegisterNetwork.OCCASION.operator());
    assertThat(audit.occasion().purpose()).contains(APPROVER);
  }

  @Test // JN-07
  @DisplayName("片方にしかいない人も見つかる")
  void whoIsOnOneSideOnlyIsFound() {
    IdentityInformation below = RegisterPeople.arrival(PLACE);
    IdentityInformation above = RegisterPeople.arrival(PLACE);
    spoil(network.server(), below);
    spoil(network.prefecture(), above);

    assertThat(findingsAbout(below))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.MISSING_ABOVE);
    assertThat(findingsAbout(above))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.ONLY_ABOVE);
    country
        .bean(RepairAbove.class)
        .repair(PLACE, below.recordCode(), RegisterNetwork.OCCASION, APPROVER);
    spoil(network.server(), above);
    assertThat(findingsAbout(below)).isEmpty();
    assertThat(findingsAbout(above)).isEmpty();
    country
        .bean(RepairAbove.class)
        .repair(PLACE, above.recordCode(), RegisterNetwork.OCCASION, APPROVER);
    await()
        .until(() -> !network.fileOf(RegisterNetwork.NATION).history(above.recordCode()).isEmpty());
  }

  @Test // JN-07
  @DisplayName("全国サーバと都道府県サーバの間でも確かめる")
  void theNationIsComparedAsWell() {
    IdentityInformation one = network.newcomer();
    spoil(RegisterNetwork.NATION, renamed(one));

    ConsistencyResult result = country.bean(CompareMunicipality.class).compareWithNation(PLACE);

    assertThat(result.findings())
        .filteredOn(finding -> finding.recordCode().equals(one.recordCode()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.items()).containsExactly(IdentityItem.NAME));
    spoil(RegisterNetwork.NATION, one);
  }

  @Test // JN-38 MU-13
  @DisplayName("異常時更新を一人で行うことはできない")
  void nobodyApprovesTheirOwnRepair() {
    IdentityInformation one = network.newcomer();

    assertThatThrownBy(
            () ->
                new IdentityRepair(
                    one, RegisterNetwork.OCCASION, RegisterNetwork.OCCASION.operator()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("approver");
  }

  @Test // JN-09 JN-39
  @DisplayName("異常時更新でも、他の市町村の人と、別人の番号は断る")
  void aRepairIsNotForOthers() {
    IdentityInformation one = network.newcomer();
    IdentityInformation other = network.newcomer();
    var swapped =
        new IdentityInformation(
            one.recordCode(),
            other.individualNumber(),
            one.person(),
            PLACE,
            one.reason(),
            one.changedOn(),
            one.version());

    assertFault(() -> repair(swapped), Fault.NUMBER_OF_ANOTHER);
    assertFault(() -> repair(RegisterPeople.arrival("08220")), Fault.FORBIDDEN_SENDER);
  }

  private void repair(IdentityInformation version) {
    country
        .bean(Systems.class)
        .send(
            network.server(),
            network.prefecture(),
            IdentityRepair.MESSAGE,
            new IdentityRepair(version, RegisterNetwork.OCCASION, APPROVER),
            IdentityRepair.Repaired.class);
  }

  private static void assertFault(Runnable call, Fault fault) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
