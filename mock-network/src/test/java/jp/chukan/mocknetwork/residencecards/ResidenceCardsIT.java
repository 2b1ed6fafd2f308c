package jp.chukan.mocknetwork.residencecards;

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
import jp.chukan.mocknetwork.foreignresident.MinistryNotice;
import jp.chukan.mocknetwork.foreignresident.MunicipalNotice;
import jp.chukan.mocknetwork.foreignresident.PermittedStay;
import jp.chukan.mocknetwork.foreignresident.ResidenceCardNumber;
import jp.chukan.mocknetwork.foreignresident.StatusOfResidence;
import jp.chukan.mocknetwork.link.Communication;
import jp.chukan.mocknetwork.link.CommunicationLog;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.Newcomers;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import jp.chukan.mocknetwork.scenario.Scene.ProvokedRefusal;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("在留カード等発行システムと既存住基システム")
class ResidenceCardsIT {
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final Instant NOW = Instant.parse("2026-10-05T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
  private static final CountrySystem MINISTRY = CountrySystem.only(SystemKind.RESIDENCE_CARDS);
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, "04202");
  private static final String NAME = "MIHON TAROU";

  private final RunningCountry country = RunningCountry.get();
  private final Systems systems = country.bean(Systems.class);
  private final CardHolders holders = country.bean(CardHolders.class);
  private final DecideResidence decisions = country.bean(DecideResidence.class);
  private final ResidentRegisters registers = country.bean(ResidentRegisters.class);
  private final TakeEvent events = country.bean(TakeEvent.class);
  private final KeptMessages messages = country.bean(KeptMessages.class);

  @AfterEach
  void everythingRuns() {
    systems.doorOf(RECORDS).setRunning(true);
  }

  private static Optional<PermittedStay> years(int years) {
    return Optional.of(PermittedStay.from(TODAY, Period.ofYears(years)));
  }

  /** A student from abroad, alone; both systems know of the person when this returns. */
  private Resident arrive(ResidenceCardNumber card) {
    Resident arrived =
        events
            .take(
                ISHINOMAKI,
                new ResidentEvent.MoveIn(
                    List.of(
                        country
                            .bean(Newcomers.class)
                            .next(
                                ISHINOMAKI,
                                0,
                                new BasicInformation(
                                    NAME, "宮城県石巻市見本町1番地", LocalDate.of(2001, 1, 2), "1"),
                                "VNM",
                                new HouseholdInformation.Head(),
                                Optional.of(
                                    new LegalCategory.MidToLongTerm(
                                        card, StatusOfResidence.STUDENT, years(1))))),
                    "",
                    NOW))
            .changed()
            .getFirst();
    everythingArrives();
    return arrived;
  }

  private void everythingArrives() {
    for (CountrySystem records : systems.of(SystemKind.RESIDENT_RECORDS)) {
      messages.awaitEmpty(MINISTRY, records);
      messages.awaitEmpty(records, MINISTRY);
    }
  }

  private LegalCategory category(int position) {
    return registers
        .of(ISHINOMAKI)
        .resident(position)
        .particulars()
        .foreigner()
        .orElseThrow()
        .category();
  }

  @Test // JN-04 JN-06 MU-16
  @DisplayName("転入から在留資格の取得、更新、氏名変更まで両方の台帳が一致し、断るべきものは断る")
  void aFamilyIsFollowedByBothAndWhatMustBeRefusedIs() {
    long before = lastCommunication();

    List<ProvokedRefusal> refused = country.bean(ResidenceCardScene.class).play(ISHINOMAKI, NOW);

    assertThat(refused).hasSize(9);
    assertThat(
            country.bean(CommunicationLog.class).after(before, 10_000).stream()
                .filter(
                    one ->
                        one.message().equals(MinistryNotice.MESSAGE)
                            || one.message().equals(MunicipalNotice.MESSAGE))
                .filter(one -> one.fault().isPresent())
                .map(
                    one -> new ProvokedRefusal(one.to(), one.message(), one.fault().orElseThrow())))
        .containsExactlyElementsOf(refused);
    everythingArrives();
    assertThat(country.bean(ResidenceCardFile.class).compare())
        .hasSize(3)
        .allMatch(CopiedFile.Comparison::isEqual)
        .anyMatch(comparison -> comparison.same() >= 3);
  }

  @Test
  @DisplayName("止まっている既存住基には、動き出してから順に届く")
  void whatIsDecidedWhileTheMunicipalityIsAwayArrivesInOrder() {
    Resident resident = arrive(holders.nextNumber());
    systems.doorOf(RECORDS).setRunning(false);
    decisions.decide("04202", resident.index(), new Decision.Reissue(), NOW);
    MinistryNotice last =
        decisions.decide(
            "04202",
            resident.index(),
            new Decision.Permission(StatusOfResidence.RESEARCHER, years(3)),
            NOW);
    assertThat(category(resident.index())).isNotEqualTo(last.category());

    systems.doorOf(RECORDS).setRunning(true);
    everythingArrives();

    assertThat(category(resident.index())).isEqualTo(last.category());
  }

  private record WithMore(
      int position,
      Optional<ResidenceCardNumber> formerCard,
      String name,
      String nationality,
      LegalCategory category,
      int version,
      Instant at,
      String address) {}

  @Test // JN-08
  @DisplayName("法務省通知に住所を書き足したものは、項目の名を示して断る")
  void aNoticeWithAFieldThatItDoesNotHaveIsRefused() {
    Resident resident = arrive(holders.nextNumber());
    var more =
        new WithMore(
            resident.index(),
            category(resident.index()).card(),
            NAME,
            "VNM",
            category(resident.index()),
            1,
            NOW,
            "宮城県石巻市見本町2番地");

    assertThatThrownBy(() -> send(MINISTRY, more))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.MALFORMED);
              assertThat(refused.place()).isEqualTo("address");
            });
  }

  @Test // JN-09
  @DisplayName("在留情報は在留カード等発行システムからだけ受け取る")
  void aNoticeOfAnotherSystemIsRefused() {
    Resident resident = arrive(holders.nextNumber());
    MinistryNotice notice = notice(resident, 1, StatusOfResidence.RESEARCHER);

    assertRefused(
        Fault.FORBIDDEN_SENDER,
        () -> send(new CountrySystem(SystemKind.CERTIFICATE_SERVER, "04202"), notice));
    assertThat(category(resident.index()).card()).isEqualTo(notice.formerCard());
  }

  @Test // JN-06
  @DisplayName("消除された人への法務省通知、消除の消除は断る")
  void nothingIsTakenAboutSomebodyWhoIsGone() {
    Resident resident = arrive(holders.nextNumber());
    events.take(ISHINOMAKI, new ResidentEvent.MoveOut(List.of(resident.index()), "13101", NOW));
    everythingArrives();

    assertRefused(
        Fault.ALREADY_REMOVED,
        () -> send(MINISTRY, notice(resident, 1, StatusOfResidence.RESEARCHER)));
    CardHolder gone = holders.of("04202", resident.index()).orElseThrow();
    assertThat(gone.removal()).isPresent();
    assertRefused(
        Fault.ALREADY_REMOVED,
        () ->
            systems.send(
                RECORDS,
                MINISTRY,
                MunicipalNotice.MESSAGE,
                new MunicipalNotice(
                    gone.position(),
                    gone.person(),
                    gone.nationality(),
                    gone.category(),
                    gone.foreignResidentSince(),
                    gone.ministryVersion(),
                    gone.removal(),
                    gone.version() + 1),
                MunicipalNotice.Taken.class));
  }

  @Test
  @DisplayName("帰化すると在留情報はなくなり、カードは使えなくなる")
  void naturalisationEndsTheCard() {
    ResidenceCardNumber card = holders.nextNumber();
    Resident resident = arrive(card);
    List<Resident> changed =
        events
            .take(ISHINOMAKI, new ResidentEvent.Naturalisation(resident.index(), "見本 帰一", NOW))
            .changed();
    everythingArrives();

    Resident japanese = changed.getLast();
    assertThat(japanese.particulars().foreigner()).isEmpty();
    assertThat(holders.hasEnded(card)).isTrue();
    assertRefused(
        Fault.UNKNOWN, () -> send(MINISTRY, notice(japanese, card, StatusOfResidence.RESEARCHER)));
    assertThat(country.bean(ResidenceCardFile.class).compare())
        .allMatch(CopiedFile.Comparison::isEqual);
  }

  @Test
  @DisplayName("他の人のカードで転入した者は断る")
  void somebodyElsesCardIsRefused() {
    ResidenceCardNumber card = holders.nextNumber();
    Resident resident = arrive(card);
    CardHolder holder = holders.of("04202", resident.index()).orElseThrow();

    assertRefused(
        Fault.NUMBER_OF_ANOTHER,
        () ->
            systems.send(
                new CountrySystem(SystemKind.RESIDENT_RECORDS, "13121"),
                MINISTRY,
                MunicipalNotice.MESSAGE,
                new MunicipalNotice(
                    777_001,
                    new BasicInformation(NAME, "東京都足立区見本町1番地", LocalDate.of(1999, 9, 9), "1"),
                    holder.nationality(),
                    holder.category(),
                    TODAY,
                    0,
                    Optional.empty(),
                    1),
                MunicipalNotice.Taken.class));
  }

  @Test // MS-44
  @DisplayName("台帳に氏名とカード番号を平文で置かない")
  void storesNothingPersonalInTheClear() {
    ResidenceCardNumber card = holders.nextNumber();
    arrive(card);

    assertThat(
            country
                .bean(JdbcClient.class)
                .sql("select body || card_index from residence_card_holder")
                .query(byte[].class)
                .list())
        .isNotEmpty()
        .noneMatch(
            stored -> {
              String text = new String(stored, StandardCharsets.ISO_8859_1);
              return text.contains(NAME) || text.contains(card.value());
            });
  }

  private MinistryNotice notice(Resident resident, int version, StatusOfResidence status) {
    return new MinistryNotice(
        resident.index(),
        resident.particulars().foreigner().flatMap(one -> one.category().card()),
        resident.basicInformation().name(),
        resident.nationality(),
        new LegalCategory.MidToLongTerm(holders.nextNumber(), status, years(1)),
        version,
        NOW);
  }

  private MinistryNotice notice(
      Resident japanese, ResidenceCardNumber formerCard, StatusOfResidence status) {
    return new MinistryNotice(
        japanese.index(),
        Optional.of(formerCard),
        japanese.basicInformation().name(),
        "VNM",
        new LegalCategory.MidToLongTerm(holders.nextNumber(), status, years(1)),
        1,
        NOW);
  }

  private MinistryNotice.Taken send(CountrySystem from, Object notice) {
    return systems.send(from, RECORDS, MinistryNotice.MESSAGE, notice, MinistryNotice.Taken.class);
  }

  private static void assertRefused(Fault fault, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }

  private long lastCommunication() {
    return country.bean(CommunicationLog.class).after(0, Integer.MAX_VALUE).stream()
        .mapToLong(Communication::number)
        .max()
        .orElse(0);
  }
}
