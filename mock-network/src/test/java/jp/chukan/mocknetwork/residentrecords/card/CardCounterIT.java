package jp.chukan.mocknetwork.residentrecords.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.foreignresident.PermittedStay;
import jp.chukan.mocknetwork.foreignresident.ResidenceCardNumber;
import jp.chukan.mocknetwork.foreignresident.StatusOfResidence;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.CardStatus.State;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.residencecards.DecideResidence;
import jp.chukan.mocknetwork.residencecards.Decision;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.Newcomers;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("既存住基システムの個人番号カードの台帳")
class CardCounterIT {
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final Instant NOW = Instant.parse("2026-10-05T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

  private static final CountrySystem MINISTRY = CountrySystem.only(SystemKind.RESIDENCE_CARDS);
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, "04202");

  private static final CountrySystem MUNICIPAL_SERVER =
      new CountrySystem(SystemKind.MUNICIPAL_SERVER, "04202");

  private final RunningCountry country = RunningCountry.get();
  private final KeptMessages messages = country.bean(KeptMessages.class);
  private final CardCounter counter = country.bean(CardCounter.class);
  private final CardLedger ledger = country.bean(CardLedger.class);
  private final TakeEvent events = country.bean(TakeEvent.class);
  private final JdbcClient jdbc = country.bean(JdbcClient.class);

  private Resident arrive(
      LocalDate birthDate, String nationality, Optional<LegalCategory> category) {
    return events
        .take(
            ISHINOMAKI,
            new ResidentEvent.MoveIn(
                List.of(
                    country
                        .bean(Newcomers.class)
                        .next(
                            ISHINOMAKI,
                            0,
                            new BasicInformation("台帳 見本", "宮城県石巻市見本町3番地", birthDate, "2"),
                            nationality,
                            new HouseholdInformation.Head(),
                            category)),
                "",
                NOW))
        .changed()
        .getFirst();
  }

  private Resident japanese() {
    return arrive(LocalDate.of(1980, 12, 24), Resident.JAPANESE, Optional.empty());
  }

  private HeldCard card(SerialNumber serialNumber) {
    return ledger.card(ISHINOMAKI, serialNumber).orElseThrow();
  }

  @AfterEach
  void everythingRuns() {
    country.bean(Systems.class).doorOf(MUNICIPAL_SERVER).setRunning(true);
  }

  /** What waits for the 市町村CS. */
  private int waitingStatuses() {
    return jdbc.sql("select count(*) from kept_message where message = ? and from_place = ?")
        .params(CardStatus.MESSAGE, RECORDS.place())
        .query(Integer.class)
        .single();
  }

  @Test // T:746
  @DisplayName("交付、紛失、発見、返納のたびに、カード運用状況を市町村CSへ送る")
  void eachChangeIsKeptForTheMunicipalServer() {
    country.bean(Systems.class).doorOf(MUNICIPAL_SERVER).setRunning(false);
    // what a line keeps goes in order: behind the arrival of the holder nothing is sent
    Resident holder = japanese();
    int before = waitingStatuses();
    SerialNumber serial = counter.issue(ISHINOMAKI, holder.index(), NOW);
    assertThat(card(serial).state()).isEqualTo(State.IN_USE);

    counter.reportLost(ISHINOMAKI, serial, NOW);
    assertThat(card(serial).state()).isEqualTo(State.SUSPENDED);
    counter.reportFound(ISHINOMAKI, serial, NOW);
    assertThat(card(serial).state()).isEqualTo(State.IN_USE);
    HeldCard returned = counter.takeBack(ISHINOMAKI, serial, NOW);

    assertThat(card(serial)).isEqualTo(returned);
    assertThat(returned.state()).isEqualTo(State.ENDED);
    assertThat(returned.returnedOn()).contains(TODAY);
    assertThat(returned.version()).isEqualTo(4);
    assertThat(waitingStatuses()).isEqualTo(before + 4);
  }

  @Test
  @DisplayName("二枚目の交付、二度目の紛失届、返納されたカードの届出は断る")
  void whatCannotBeIsRefused() {
    Resident holder = japanese();
    SerialNumber serial = counter.issue(ISHINOMAKI, holder.index(), NOW);

    assertRefused(Fault.ALREADY_PRESENT, () -> counter.issue(ISHINOMAKI, holder.index(), NOW));
    assertRefused(Fault.ALREADY_PRESENT, () -> counter.reportFound(ISHINOMAKI, serial, NOW));
    counter.reportLost(ISHINOMAKI, serial, NOW);
    assertRefused(Fault.LOCKED, () -> counter.reportLost(ISHINOMAKI, serial, NOW));
    counter.takeBack(ISHINOMAKI, serial, NOW);
    assertRefused(Fault.ALREADY_REMOVED, () -> counter.takeBack(ISHINOMAKI, serial, NOW));
    assertRefused(
        Fault.UNKNOWN,
        () -> counter.reportLost(new InstitutionCode("0220113121101700"), serial, NOW));

    assertThat(counter.issue(ISHINOMAKI, holder.index(), NOW)).isNotEqualTo(serial);
  }

  @Test
  @DisplayName("死亡と国外転出でカードは廃止され、転出では廃止されない")
  void theCardEndsWithDeathAndWithLeavingTheCountry() {
    Resident dead = japanese();
    Resident abroad = japanese();
    Resident elsewhere = japanese();
    SerialNumber ofDead = counter.issue(ISHINOMAKI, dead.index(), NOW);
    SerialNumber ofAbroad = counter.issue(ISHINOMAKI, abroad.index(), NOW);
    SerialNumber ofElsewhere = counter.issue(ISHINOMAKI, elsewhere.index(), NOW);

    events.take(ISHINOMAKI, new ResidentEvent.Death(dead.index(), NOW));
    events.take(ISHINOMAKI, new ResidentEvent.LeaveTheCountry(List.of(abroad.index()), NOW));
    events.take(ISHINOMAKI, new ResidentEvent.MoveOut(List.of(elsewhere.index()), "13101", NOW));

    assertThat(card(ofDead).state()).isEqualTo(State.ENDED);
    assertThat(card(ofAbroad).state()).isEqualTo(State.ENDED);
    assertThat(card(ofElsewhere).state()).isEqualTo(State.IN_USE);
    assertRefused(Fault.ALREADY_REMOVED, () -> counter.issue(ISHINOMAKI, elsewhere.index(), NOW));
  }

  @Test
  @DisplayName("有効期限は大人10回目、18歳未満5回目の誕生日。外国人は在留期間の満了日まで")
  void aCardIsValidUpToABirthdayOrTheEndOfTheStay() {
    LocalDate birthday = LocalDate.of(1980, 12, 24);
    assertThat(expiry(japanese())).isEqualTo(LocalDate.of(2035, 12, 24));
    assertThat(expiry(arrive(LocalDate.of(2008, 10, 6), Resident.JAPANESE, Optional.empty())))
        .isEqualTo(LocalDate.of(2030, 10, 6));
    assertThat(expiry(arrive(LocalDate.of(2008, 10, 5), Resident.JAPANESE, Optional.empty())))
        .isEqualTo(LocalDate.of(2036, 10, 5));
    assertThat(expiry(arrive(birthday, "BRA", Optional.of(student(TODAY.plusYears(1))))))
        .isEqualTo(TODAY.plusYears(1));
    Resident over = arrive(birthday, "BRA", Optional.of(student(TODAY.minusDays(1))));
    assertRefused(Fault.EXPIRED, () -> counter.issue(ISHINOMAKI, over.index(), NOW));
  }

  @Test
  @DisplayName("在留期間が延びたら、窓口で有効期限を変更できる")
  void theCardOfAForeignerIsProlongedWithTheStay() {
    Resident resident =
        arrive(LocalDate.of(1980, 12, 24), "BRA", Optional.of(student(TODAY.plusYears(1))));
    SerialNumber serial = counter.issue(ISHINOMAKI, resident.index(), NOW);
    messages.awaitEmpty(RECORDS, MINISTRY);
    country
        .bean(DecideResidence.class)
        .decide(
            "04202",
            resident.index(),
            new Decision.Permission(
                StatusOfResidence.STUDENT,
                Optional.of(PermittedStay.from(TODAY, Period.ofYears(3)))),
            NOW);
    messages.awaitEmpty(MINISTRY, RECORDS);
    assertThat(card(serial).expiresOn()).isEqualTo(TODAY.plusYears(1));

    counter.prolong(ISHINOMAKI, serial, NOW);

    assertThat(card(serial).expiresOn()).isEqualTo(TODAY.plusYears(3));
    assertRefused(
        Fault.EXPIRED,
        () -> counter.prolong(ISHINOMAKI, serial, NOW.plusSeconds(4L * 366 * 24 * 3600)));
  }

  @Test // MS-44
  @DisplayName("台帳にシリアル番号と住民票コードを平文で置かない")
  void storesNothingPersonalInTheClear() {
    Resident holder = japanese();
    SerialNumber serial = counter.issue(ISHINOMAKI, holder.index(), NOW);

    assertThat(
            jdbc.sql("select body || serial_index || holder_index from individual_number_card")
                .query(byte[].class)
                .list())
        .isNotEmpty()
        .noneMatch(
            stored -> {
              String text = new String(stored, StandardCharsets.ISO_8859_1);
              return text.contains(serial.value()) || text.contains(holder.recordCode().value());
            });
  }

  private static LegalCategory student(LocalDate until) {
    return new LegalCategory.MidToLongTerm(
        ResidenceCardNumber.fictitious("CT", until.toEpochDay()),
        StatusOfResidence.STUDENT,
        Optional.of(new PermittedStay(Period.ofYears(1), until)));
  }

  private LocalDate expiry(Resident resident) {
    return card(counter.issue(ISHINOMAKI, resident.index(), NOW)).expiresOn();
  }

  private static void assertRefused(Fault fault, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            CardRefusedException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
