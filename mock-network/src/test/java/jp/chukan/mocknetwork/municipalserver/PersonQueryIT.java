package jp.chukan.mocknetwork.municipalserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByBasicInformation;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByNumber;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByRecordCode;
import jp.chukan.mocknetwork.identityprovision.PersonQuery;
import jp.chukan.mocknetwork.identityprovision.PersonQuery.Scope;
import jp.chukan.mocknetwork.identityprovision.PersonState;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentities;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentity;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecord;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.testing.RegisterNetwork;
import jp.chukan.mocknetwork.testing.RegisterPeople;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("本人確認情報の検索と全国サーバへの照会")
class PersonQueryIT {
  private static final String PLACE = "08220";

  private final RunningCountry country = RunningCountry.get();
  private final RegisterNetwork network = new RegisterNetwork(PLACE);
  private final AskAboutPersons ask = country.bean(AskAboutPersons.class);
  private final ProvisionRecords records = country.bean(ProvisionRecords.class);

  private List<ProvidedIdentity> ask(Scope scope, PersonCondition condition) {
    return ask.ask(PLACE, scope, RegisterNetwork.OCCASION, condition).persons();
  }

  @ParameterizedTest // JN-13
  @EnumSource(Scope.class)
  @DisplayName("住民票コード、個人番号、4情報のどれでも、条件に合う人だけが出る")
  void exactlyWhoFitsIsFound(Scope scope) {
    IdentityInformation one = network.newcomer();
    IdentityInformation other = network.newcomer();

    for (PersonCondition condition :
        List.of(
            new ByRecordCode(one.recordCode()),
            new ByNumber(one.individualNumber()),
            ByBasicInformation.of(one.person()))) {
      assertThat(ask(scope, condition))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.recordCode()).isEqualTo(one.recordCode());
                assertThat(found.individualNumber()).contains(one.individualNumber());
                assertThat(found.person()).isEqualTo(one.person());
                assertThat(found.state()).isEqualTo(PersonState.RESIDENT);
              });
    }
    BasicInformation mixed = one.person();
    assertThat(
            ask(
                scope,
                new ByBasicInformation(
                    Optional.of(mixed.name()),
                    Optional.of(other.person().address()),
                    Optional.of(mixed.birthDate()),
                    Optional.empty())))
        .isEmpty();
    assertThat(
            ask(
                scope,
                new ByBasicInformation(
                    Optional.of(mixed.name()),
                    Optional.of(mixed.address()),
                    Optional.empty(),
                    Optional.of("2"))))
        .isEmpty();
  }

  @ParameterizedTest // JN-10 JN-12
  @EnumSource(Scope.class)
  @DisplayName("氏名と住所、氏名と生年月日のどちらもない検索は断り、断ったことも記録する")
  void tooFewConditionsAreRefusedAndRecorded(Scope scope) {
    BasicInformation person = network.newcomer().person();
    List<ByBasicInformation> tooFew =
        List.of(
            new ByBasicInformation(
                Optional.of(person.name()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(person.sex())),
            new ByBasicInformation(
                Optional.empty(),
                Optional.of(person.address()),
                Optional.of(person.birthDate()),
                Optional.of(person.sex())),
            new ByBasicInformation(
                Optional.of(" "),
                Optional.of(person.address()),
                Optional.of(person.birthDate()),
                Optional.empty()));
    CountrySystem keeper =
        switch (scope) {
          case MUNICIPALITY -> network.server();
          case PREFECTURE -> network.prefecture();
          case NATION -> RegisterNetwork.NATION;
        };

    for (ByBasicInformation condition : tooFew) {
      int before = records.after(keeper, 0).size();
      assertFault(() -> ask(scope, condition), Fault.TOO_FEW_CONDITIONS);
      assertThat(records.after(keeper, 0)).hasSize(before + 1);
      assertThat(records.after(keeper, 0).getLast().fault()).contains(Fault.TOO_FEW_CONDITIONS);
      assertThat(records.after(network.server(), 0).getLast().fault())
          .contains(Fault.TOO_FEW_CONDITIONS);
    }
  }

  @Test // JN-11
  @DisplayName("照会した日時、操作者、端末、目的が、聞いた側にも答えた側にも残る")
  void whoLookedAndWhyIsRecordedOnBothSides() {
    IdentityInformation one = network.newcomer();
    ask(Scope.NATION, ByBasicInformation.of(one.person()));

    ProvisionRecord asked = records.about(network.server(), one.recordCode()).getLast();
    ProvisionRecord answered = records.about(RegisterNetwork.NATION, one.recordCode()).getLast();
    assertThat(asked.kind()).isEqualTo(ProvisionKind.INQUIRY);
    assertThat(answered.kind()).isEqualTo(ProvisionKind.ANSWER);
    assertThat(List.of(asked, answered))
        .allSatisfy(
            record -> {
              assertThat(record.occasion()).isEqualTo(RegisterNetwork.OCCASION);
              assertThat(record.requester()).isEqualTo(PLACE);
              assertThat(record.persons()).isEqualTo(1);
              assertThat(record.fault()).isEmpty();
              assertThat(record.at()).isNotNull();
            });
  }

  @Test // MU-14, G:523
  @DisplayName("亡くなった人の番号も生きている人と同じく扱い、状態だけが違う")
  void theDeadAreFoundLikeTheLivingWithTheirState() {
    IdentityInformation one = network.newcomer();
    network.known(RegisterPeople.then(one, ChangeReason.DIED));

    assertThat(ask(Scope.NATION, new ByNumber(one.individualNumber())))
        .singleElement()
        .satisfies(found -> assertThat(found.state()).isEqualTo(PersonState.DEAD));
  }

  @Test // JN-09
  @DisplayName("他の市町村の名で照会することはできない")
  void nobodyAsksInTheNameOfAnother() {
    IdentityInformation one = network.newcomer();

    assertFault(
        () ->
            country
                .bean(Systems.class)
                .send(
                    network.server(),
                    network.prefecture(),
                    PersonQuery.MESSAGE,
                    new PersonQuery(
                        "08201",
                        Scope.NATION,
                        RegisterNetwork.OCCASION,
                        new ByRecordCode(one.recordCode())),
                    ProvidedIdentities.class),
        Fault.FORBIDDEN_SENDER);
  }

  private static void assertFault(Runnable call, Fault fault) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
