package jp.chukan.mocknetwork.municipalserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.cardmanagement.CardDestination;
import jp.chukan.mocknetwork.cardmanagement.CardStatuses;
import jp.chukan.mocknetwork.cardmanagement.CardTaken;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.CardStatus.State;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.RecordCodeQuery;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.nationalserver.ManageCards;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.testing.RegisterNetwork;
import jp.chukan.mocknetwork.testing.RegisterPeople;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("個人番号カード管理システムとの連携")
class CardNoticesIT {
  private static final String PLACE = "04202";
  private static final LocalDate LATER = LocalDate.of(2035, 3, 31);

  private final RunningCountry country = RunningCountry.get();
  private final RegisterNetwork network = new RegisterNetwork(PLACE);
  private final CardStatuses cards = country.bean(CardStatuses.class);

  private static SerialNumber serialOf(IdentityInformation holder) {
    return new SerialNumber("c" + "%015x".formatted(Long.parseLong(holder.recordCode().value())));
  }

  private static CardStatus status(IdentityInformation holder, State state, int version) {
    return new CardStatus(holder.recordCode(), serialOf(holder), state, LATER, version);
  }

  private void send(CardStatus status) {
    network.send(CardStatus.MESSAGE, status, CardTaken.class);
  }

  private RecordCodeQuery.Reply holderOf(SerialNumber serialNumber) {
    return country
        .bean(Systems.class)
        .send(
            new CountrySystem(SystemKind.APPLICATIONS, PLACE),
            network.server(),
            RecordCodeQuery.MESSAGE,
            new RecordCodeQuery(serialNumber),
            RecordCodeQuery.Reply.class);
  }

  @Test
  @DisplayName("カード運用状況は市町村CSに残り、個人番号カード管理システムまで届く")
  void aStatusReachesTheManagementOfCards() {
    IdentityInformation holder = network.newcomer();
    send(status(holder, State.IN_USE, 1));
    send(status(holder, State.SUSPENDED, 2));

    await()
        .until(
            () ->
                cards
                    .current(RegisterNetwork.NATION, serialOf(holder))
                    .filter(one -> one.state() == State.SUSPENDED)
                    .isPresent());
    assertThat(cards.of(network.server(), holder.recordCode()))
        .containsExactly(status(holder, State.SUSPENDED, 2));
  }

  @Test
  @DisplayName("シリアル番号から住民票コードを答え、知らないものと使えないカードは断る")
  void theHolderOfACardIsFoundWhileItCanBeUsed() {
    IdentityInformation holder = network.newcomer();
    SerialNumber serial = serialOf(holder);
    assertFault(() -> holderOf(serial), Fault.UNKNOWN);

    send(status(holder, State.IN_USE, 1));
    assertThat(holderOf(serial).recordCode()).isEqualTo(holder.recordCode());

    send(status(holder, State.SUSPENDED, 2));
    assertFault(() -> holderOf(serial), Fault.LOCKED);
    send(status(holder, State.IN_USE, 3));
    assertThat(holderOf(serial).recordCode()).isEqualTo(holder.recordCode());
    send(status(holder, State.ENDED, 4));
    assertFault(() -> holderOf(serial), Fault.LOCKED);
  }

  @Test
  void aCardThatIsOverOrWhoseHolderHasGoneIsLocked() {
    IdentityInformation late = network.newcomer();
    send(
        new CardStatus(
            late.recordCode(), serialOf(late), State.IN_USE, LocalDate.of(2020, 1, 1), 1));
    assertFault(() -> holderOf(serialOf(late)), Fault.LOCKED);

    IdentityInformation dead = network.newcomer();
    send(status(dead, State.IN_USE, 1));
    network.known(RegisterPeople.then(dead, ChangeReason.DIED));
    assertFault(() -> holderOf(serialOf(dead)), Fault.LOCKED);
  }

  @Test // MU-16
  @DisplayName("古い状況、他人のカード、廃止されたカードの復活は断る")
  void aStatusThatCannotFollowIsRefused() {
    IdentityInformation holder = network.newcomer();
    IdentityInformation other = network.newcomer();
    send(status(holder, State.IN_USE, 2));

    assertFault(() -> send(status(holder, State.SUSPENDED, 2)), Fault.SUPERSEDED);
    assertFault(
        () -> send(new CardStatus(other.recordCode(), serialOf(holder), State.SUSPENDED, LATER, 3)),
        Fault.NUMBER_OF_ANOTHER);
    send(status(holder, State.ENDED, 3));
    assertFault(() -> send(status(holder, State.IN_USE, 4)), Fault.ALREADY_REMOVED);
  }

  @Test // JN-11 JN-12
  @DisplayName("窓口でカードを読むと本人確認情報が出て、使えないカードは断られる")
  void anOperatorChecksByCard() {
    IdentityInformation holder = network.newcomer();
    send(status(holder, State.IN_USE, 1));
    FindCardHolder check = country.bean(FindCardHolder.class);

    assertThat(check.check(PLACE, serialOf(holder), RegisterNetwork.OCCASION).persons())
        .singleElement()
        .satisfies(found -> assertThat(found.person()).isEqualTo(holder.person()));
    send(status(holder, State.SUSPENDED, 2));
    assertFault(() -> check.check(PLACE, serialOf(holder), RegisterNetwork.OCCASION), Fault.LOCKED);
  }

  private CardDestination destination(IdentityInformation holder) {
    return new CardDestination(
        PLACE + holder.recordCode().value().substring(1),
        new CardDestination.Delivery(holder.person().name(), holder.person().address()),
        new CardDestination.Office(PLACE, "石巻市", "市民窓口課"),
        holder.recordCode(),
        holder.individualNumber(),
        holder.person(),
        Optional.empty(),
        LocalDate.of(2026, 4, 1));
  }

  @Test // JN-40, T:1034
  @DisplayName("送付先情報は発行委託先へ送るまでだけ残り、送ると消える")
  void aDestinationIsErasedOnceItWasSent() {
    ManageCards management = country.bean(ManageCards.class);
    IdentityInformation holder = network.newcomer();
    network.send(CardDestination.MESSAGE, destination(holder), CardTaken.class);
    await().until(() -> management.waiting() > 0);
    int waiting = management.waiting();

    assertThat(management.sendToMaker(Instant.parse("2026-04-01T09:00:00Z"))).isEqualTo(waiting);

    assertThat(management.waiting()).isZero();
    JdbcClient jdbc = country.bean(JdbcClient.class);
    assertThat(jdbc.sql("select count(*) from card_destination").query(Integer.class).single())
        .isZero();
    assertThat(jdbc.sql("select management_number from card_order").query(String.class).list())
        .contains(destination(holder).managementNumber());
  }

  @Test // T:65
  @DisplayName("亡くなった人、知らない人、別の人の番号の送付先情報は受け取らない")
  void thereIsNoCardForTheDead() {
    IdentityInformation dead = network.newcomer();
    network.known(RegisterPeople.then(dead, ChangeReason.DIED));
    IdentityInformation unknown = RegisterPeople.arrival(PLACE);

    assertFault(() -> notify(destination(dead)), Fault.ALREADY_REMOVED);
    assertFault(() -> notify(destination(unknown)), Fault.UNKNOWN);
    IdentityInformation holder = network.newcomer();
    CardDestination right = destination(holder);
    assertFault(
        () ->
            notify(
                new CardDestination(
                    right.managementNumber(),
                    right.delivery(),
                    right.office(),
                    right.recordCode(),
                    unknown.individualNumber(),
                    right.person(),
                    right.stayUntil(),
                    right.processedOn())),
        Fault.NUMBER_OF_ANOTHER);
  }

  @ParameterizedTest // JN-09
  @EnumSource(
      value = SystemKind.class,
      names = {"APPLICATIONS", "PREFECTURAL_SERVER"})
  void onlyTheResidentRecordsSendThem(SystemKind kind) {
    var from = new CountrySystem(kind, kind == SystemKind.APPLICATIONS ? PLACE : "04");
    IdentityInformation holder = RegisterPeople.arrival(PLACE);

    assertFault(
        () ->
            country
                .bean(Systems.class)
                .send(
                    from,
                    network.server(),
                    CardStatus.MESSAGE,
                    status(holder, State.IN_USE, 1),
                    CardTaken.class),
        Fault.FORBIDDEN_SENDER);
  }

  private void notify(CardDestination destination) {
    network.send(CardDestination.MESSAGE, destination, CardTaken.class);
  }

  private static void assertFault(Runnable call, Fault fault) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
