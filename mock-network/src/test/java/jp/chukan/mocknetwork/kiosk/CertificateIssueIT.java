package jp.chukan.mocknetwork.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.certificate.CertificateOptions;
import jp.chukan.mocknetwork.certificate.CertificateOptions.Scope;
import jp.chukan.mocknetwork.certificate.CertificateQuery;
import jp.chukan.mocknetwork.certificateserver.CertificateRequest;
import jp.chukan.mocknetwork.certificateserver.IssuedCertificate;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.foreignresident.PermittedStay;
import jp.chukan.mocknetwork.foreignresident.ResidenceCardNumber;
import jp.chukan.mocknetwork.foreignresident.StatusOfResidence;
import jp.chukan.mocknetwork.link.Communication;
import jp.chukan.mocknetwork.link.CommunicationLog;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.ForbiddenLinkException;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Member;
import jp.chukan.mocknetwork.residentrecords.NewResident;
import jp.chukan.mocknetwork.residentrecords.Newcomers;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import jp.chukan.mocknetwork.residentrecords.card.CardCounter;
import jp.chukan.mocknetwork.scenario.Scene.ProvokedRefusal;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("コンビニ交付")
class CertificateIssueIT {
  private static final InstitutionCode ADACHI = new InstitutionCode("0220113121101700");
  private static final String PLACE = "13121";
  private static final Instant NOW = Instant.parse("2026-10-05T02:00:00Z");
  private static final Pin PIN = new Pin("2718");
  private static final Pin WRONG = new Pin("3141");
  private static final String HEAD = "交付 見本";
  private static final String ADDRESS = "東京都足立区見本町5番地";
  private static final CertificateOptions SELF =
      new CertificateOptions(Scope.SELF, false, false, false);
  private static final CertificateOptions EVERYTHING =
      new CertificateOptions(Scope.HOUSEHOLD, true, true, true);
  private static final CountrySystem KIOSK = CountrySystem.only(SystemKind.KIOSK);
  private static final CountrySystem SERVER =
      new CountrySystem(SystemKind.CERTIFICATE_SERVER, PLACE);
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, PLACE);

  private final RunningCountry country = RunningCountry.get();
  private final CardCounter counter = country.bean(CardCounter.class);
  private final CardChips chips = country.bean(CardChips.class);
  private final UseKiosk kiosk = country.bean(UseKiosk.class);
  private final KioskLog log = country.bean(KioskLog.class);
  private final Systems systems = country.bean(Systems.class);
  private final TakeEvent events = country.bean(TakeEvent.class);

  /** A family of two with the card of its head. */
  private record Family(Resident head, Resident spouse, SerialNumber card) {}

  @AfterEach
  void everythingRuns() {
    systems.doorOf(RECORDS).setRunning(true);
    systems.doorOf(SERVER).setRunning(true);
  }

  private NewResident newcomer(
      int after, String name, String nationality, HouseholdInformation household) {
    Optional<LegalCategory> category =
        nationality.equals(Resident.JAPANESE)
            ? Optional.empty()
            : Optional.of(
                new LegalCategory.MidToLongTerm(
                    ResidenceCardNumber.fictitious("KT", System.nanoTime() % 100_000_000),
                    StatusOfResidence.DEPENDENT,
                    Optional.of(PermittedStay.from(LocalDate.of(2026, 10, 5), Period.ofYears(3)))));
    return country
        .bean(Newcomers.class)
        .next(
            ADACHI,
            after,
            new BasicInformation(name, ADDRESS, LocalDate.of(1985, 5, 5), after == 0 ? "1" : "2"),
            nationality,
            household,
            category);
  }

  private Family arrive() {
    List<Resident> family =
        events
            .take(
                ADACHI,
                new ResidentEvent.MoveIn(
                    List.of(
                        newcomer(0, HEAD, Resident.JAPANESE, new HouseholdInformation.Head()),
                        newcomer(1, "KOUFU MIHON", "PER", new Member(HEAD, "妻"))),
                    "",
                    NOW))
            .changed();
    SerialNumber card = counter.issue(ADACHI, family.getFirst().index(), NOW);
    chips.set(card, PIN);
    return new Family(family.getFirst(), family.getLast(), card);
  }

  private IssuedCertificate take(SerialNumber card, CertificateOptions options) {
    return kiosk.accept(kiosk.ask(PLACE, card, PIN, options, NOW), NOW);
  }

  private static String text(IssuedCertificate issued) throws IOException {
    try (PDDocument document = Loader.loadPDF(issued.pdf())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private void assertRefused(KioskRefusal refusal, Runnable step) {
    int before = log.lines().size();
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            KioskRefusedException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    assertThat(log.lines().stream().skip(before).map(KioskLog.Line::outcome))
        .containsExactly(refusal.name());
  }

  @Test // T:361 T:843
  @DisplayName("世帯全員の写しに、求めた事項がすべて載り、個人番号も住民票コードも載らない")
  void aHouseholdGetsWhatItAskedForAndNoNumber() throws IOException {
    Family family = arrive();

    String text = text(take(family.card(), EVERYTHING));

    assertThat(text)
        .contains(HEAD, "KOUFU MIHON", ADDRESS, "昭和60年5月5日", "令和8年10月5日", "国外")
        .contains("世帯主", "妻", "本籍", "筆頭者", "ペルー", "家族滞在", "3年", "令和11年10月5日");
    for (Resident one : List.of(family.head(), family.spouse())) {
      assertThat(text)
          .doesNotContain(one.individualNumber().value())
          .doesNotContain(one.recordCode().value());
    }
  }

  @Test // JN-13
  @DisplayName("本人の写しには本人だけが、求めなかった事項なしで載る")
  void somebodyAloneGetsNothingOfTheOthersAndNothingMore() throws IOException {
    String text = text(take(arrive().card(), SELF));

    assertThat(text).contains(HEAD, "省略").doesNotContain("KOUFU MIHON", "筆頭者", "ペルー");
  }

  @Test
  @DisplayName("手数料は交付の前に示され、示した額だけを受け取る")
  void theFeeIsShownBeforeAnythingIsIssuedAndNoOtherIsTaken() {
    SerialNumber card = arrive().card();
    Quote shown = kiosk.ask(PLACE, card, PIN, SELF, NOW);
    assertThat(shown.fee()).isEqualTo(300);
    var cheaper = new Quote(shown.requestNumber(), SERVER, card, SELF, shown.fee() - 1);

    assertRefused(KioskRefusal.FEE_CHANGED, () -> kiosk.accept(cheaper, NOW));

    IssuedCertificate issued = kiosk.accept(shown, NOW);
    assertThat(issued.fee()).isEqualTo(300);
    assertRefused(KioskRefusal.ISSUED_ALREADY, () -> kiosk.accept(shown, NOW));
    assertThat(take(card, SELF).issueNumber()).isEqualTo(issued.issueNumber() + 1);
  }

  @Test
  @DisplayName("暗証番号を3回続けて間違えるとロックされ、窓口で解除される")
  void threeWrongPinsLockTheCard() {
    SerialNumber card = arrive().card();
    assertRefused(KioskRefusal.WRONG_PIN, () -> kiosk.ask(PLACE, card, WRONG, SELF, NOW));
    assertRefused(KioskRefusal.WRONG_PIN, () -> kiosk.ask(PLACE, card, WRONG, SELF, NOW));
    kiosk.ask(PLACE, card, PIN, SELF, NOW);
    assertRefused(KioskRefusal.WRONG_PIN, () -> kiosk.ask(PLACE, card, WRONG, SELF, NOW));
    assertRefused(KioskRefusal.WRONG_PIN, () -> kiosk.ask(PLACE, card, WRONG, SELF, NOW));
    assertRefused(KioskRefusal.PIN_LOCKED, () -> kiosk.ask(PLACE, card, WRONG, SELF, NOW));
    assertRefused(KioskRefusal.PIN_LOCKED, () -> kiosk.ask(PLACE, card, PIN, SELF, NOW));

    chips.set(card, PIN);

    assertThat(kiosk.ask(PLACE, card, PIN, SELF, NOW).fee()).isEqualTo(300);
  }

  @Test // MU-05
  @DisplayName("支援措置の人と紛失したカードは、同じ理由に見える断り方をする")
  void whoIsUnderSupportCannotBeToldFromALostCard() {
    Family supported = arrive();
    Family lost = arrive();
    events.take(ADACHI, new ResidentEvent.Support(supported.head().household(), true, NOW));
    counter.reportLost(ADACHI, lost.card(), NOW);

    assertRefused(KioskRefusal.CARD_NOT_USABLE, () -> take(supported.card(), SELF));
    assertRefused(KioskRefusal.CARD_NOT_USABLE, () -> take(supported.card(), EVERYTHING));
    assertRefused(KioskRefusal.CARD_NOT_USABLE, () -> take(lost.card(), SELF));
    assertThat(refusalOf(supported.card())).isEqualTo(refusalOf(lost.card()));

    counter.reportFound(ADACHI, lost.card(), NOW);
    assertThat(take(lost.card(), SELF).pdf()).isNotEmpty();
  }

  private String refusalOf(SerialNumber card) {
    try {
      systems.send(
          KIOSK,
          SERVER,
          CertificateRequest.MESSAGE,
          new CertificateRequest("0".repeat(32), card, SELF, 300, NOW),
          IssuedCertificate.class);
      return "";
    } catch (RefusedCallException refused) {
      return refused.fault() + " at " + refused.place();
    }
  }

  @Test // JN-12
  @DisplayName("知らないカード、他の市区町村、期限切れ、返納、転出は断り、断ったことを両方の記録に残す")
  void whoMayNotHaveACertificateGetsNone() {
    Family family = arrive();
    long before = lastCommunication();
    assertRefused(
        KioskRefusal.UNKNOWN_CARD, () -> take(new SerialNumber("00000000000000ee"), SELF));
    assertRefused(
        KioskRefusal.NOT_OF_THIS_MUNICIPALITY,
        () -> kiosk.accept(kiosk.ask("08220", family.card(), PIN, SELF, NOW), NOW));
    Instant inTwelveYears = NOW.plusSeconds(12L * 366 * 24 * 3600);
    Quote shown = kiosk.ask(PLACE, family.card(), PIN, SELF, NOW);
    assertRefused(KioskRefusal.CARD_EXPIRED, () -> kiosk.accept(shown, inTwelveYears));
    events.take(ADACHI, new ResidentEvent.MoveOut(List.of(family.head().index()), "13101", NOW));
    assertRefused(KioskRefusal.NOT_OF_THIS_MUNICIPALITY, () -> take(family.card(), SELF));
    Family other = arrive();
    counter.takeBack(ADACHI, other.card(), NOW);
    assertRefused(KioskRefusal.CARD_NOT_USABLE, () -> take(other.card(), SELF));

    assertThat(refusedSince(before, RECORDS, CertificateQuery.MESSAGE))
        .containsExactly(Fault.EXPIRED, Fault.ALREADY_REMOVED, Fault.LOCKED);
    assertThat(refusedSince(before, SERVER, CertificateRequest.MESSAGE))
        .containsExactly(Fault.EXPIRED, Fault.ALREADY_REMOVED, Fault.LOCKED);
  }

  private List<Fault> refusedSince(long number, CountrySystem by, String message) {
    return country.bean(CommunicationLog.class).after(number, 100_000).stream()
        .filter(one -> one.to().equals(by) && one.message().equals(message))
        .flatMap(one -> one.fault().stream())
        .toList();
  }

  @Test
  @DisplayName("既存住基か証明書発行サーバが止まっていれば、利用できないと示す")
  void aSystemThatIsAwayIsSaidToBe() {
    SerialNumber card = arrive().card();
    Quote shown = kiosk.ask(PLACE, card, PIN, SELF, NOW);

    systems.doorOf(RECORDS).setRunning(false);
    assertRefused(KioskRefusal.OUT_OF_SERVICE, () -> kiosk.accept(shown, NOW));
    systems.doorOf(SERVER).setRunning(false);
    assertRefused(KioskRefusal.OUT_OF_SERVICE, () -> kiosk.ask(PLACE, card, PIN, SELF, NOW));
    everythingRuns();

    assertThat(kiosk.accept(shown, NOW).pdf()).isNotEmpty();
  }

  @Test // JN-01 MU-19
  @DisplayName("キオスク端末は既存住基に直接つながらない")
  void theKioskHasNoLineToTheRecords() {
    assertThatThrownBy(
            () ->
                systems.send(
                    KIOSK,
                    RECORDS,
                    CertificateQuery.MESSAGE,
                    new CertificateQuery(new SerialNumber("00000000000000ee"), SELF, NOW),
                    Object.class))
        .isInstanceOf(ForbiddenLinkException.class);
  }

  @Test
  @DisplayName("一日の場面は、断らせたものを一件残らず返す")
  void theSceneReturnsEveryRefusalThatItProvokes() {
    long before = lastCommunication();

    List<ProvokedRefusal> refused = country.bean(CertificateScene.class).play(NOW);

    assertThat(
            country.bean(CommunicationLog.class).after(before, 100_000).stream()
                .filter(
                    one ->
                        one.message().equals(CertificateQuery.MESSAGE)
                            || one.message().equals(CertificateRequest.MESSAGE))
                .filter(one -> one.fault().isPresent())
                .map(
                    one -> new ProvokedRefusal(one.to(), one.message(), one.fault().orElseThrow())))
        .isNotEmpty()
        .containsExactlyElementsOf(refused);
  }

  private long lastCommunication() {
    return country.bean(CommunicationLog.class).after(0, Integer.MAX_VALUE).stream()
        .mapToLong(Communication::number)
        .max()
        .orElse(0);
  }
}
