package jp.chukan.mocknetwork.applications;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.application.Application;
import jp.chukan.mocknetwork.application.ApplicationContent;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.Attachment;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.electronicapplication.ApplicantCards;
import jp.chukan.mocknetwork.electronicapplication.CitizenCard;
import jp.chukan.mocknetwork.electronicapplication.ShowStatus;
import jp.chukan.mocknetwork.electronicapplication.SubmitApplication;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** Residents who get a card and apply with it, for the scenes. */
@Component
final class SceneApplicants {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int VALID_YEARS = 5;

  /** The first of a register are asked about from everywhere: whoever applies comes from behind. */
  private static final int OTHERS = 700;

  private final ResidentRegisters registers;
  private final ApplicantCards cards;
  private final SubmitApplication submit;
  private final ShowStatus status;
  private final KeptMessages messages;
  private final Systems systems;
  private final SecureRandom random;

  SceneApplicants(
      ResidentRegisters registers,
      ApplicantCards cards,
      SubmitApplication submit,
      ShowStatus status,
      KeptMessages messages,
      Systems systems,
      SecureRandom random) {
    this.registers = registers;
    this.cards = cards;
    this.submit = submit;
    this.status = status;
    this.messages = messages;
    this.systems = systems;
    this.random = random;
  }

  String place(InstitutionCode municipality) {
    return registers.of(municipality).municipality().localGovernment();
  }

  /** Day of a moment, in Japan. */
  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, JAPAN);
  }

  /** Somebody who lives with others. */
  Resident somebody(InstitutionCode municipality, boolean underSupport) {
    return registers.of(municipality).everybody().stream()
        .skip(OTHERS)
        .filter(one -> one.residence().isPresent() && one.underSupport() == underSupport)
        .filter(one -> registers.of(municipality).household(one.household()).size() > 1)
        .findFirst()
        .orElseThrow(() -> new SceneFailedException("nobody there who could apply"));
  }

  /** Somebody of another name than this one. */
  Resident another(InstitutionCode municipality, Resident than) {
    return registers.of(municipality).everybody().stream()
        .filter(one -> !one.basicInformation().name().equals(than.basicInformation().name()))
        .findFirst()
        .orElseThrow(() -> new SceneFailedException("everybody has the same name"));
  }

  Resident now(InstitutionCode municipality, Resident resident) {
    return registers.of(municipality).resident(resident.index());
  }

  /** A card that the municipality gives to somebody, registered at the 電子申請機能. */
  CitizenCard card(InstitutionCode municipality, Resident resident, Instant at) {
    CitizenCard card = unknownCard();
    report(municipality, resident, card, CardStatus.State.IN_USE, at, 1);
    return card;
  }

  /** A card whose holder lost it. */
  CitizenCard lostCard(InstitutionCode municipality, Resident resident, Instant at) {
    CitizenCard card = card(municipality, resident, at);
    report(municipality, resident, card, CardStatus.State.SUSPENDED, at, 2);
    return card;
  }

  /** A card that no municipality has given to anybody. */
  CitizenCard unknownCard() {
    CitizenCard card =
        CitizenCard.issue(new SerialNumber("%016x".formatted(random.nextLong())), random);
    cards.register(card.serialNumber(), card.publicKey());
    return card;
  }

  private void report(
      InstitutionCode municipality,
      Resident resident,
      CitizenCard card,
      CardStatus.State state,
      Instant at,
      int version) {
    systems.send(
        new CountrySystem(SystemKind.RESIDENT_RECORDS, place(municipality)),
        new CountrySystem(SystemKind.MUNICIPAL_SERVER, place(municipality)),
        CardStatus.MESSAGE,
        new CardStatus(
            resident.recordCode(),
            card.serialNumber(),
            state,
            day(at).plusYears(VALID_YEARS),
            version),
        Object.class);
  }

  ApplicationVersion begin(CitizenCard card) {
    return new ApplicationVersion(cards.begin(card.serialNumber()), 1);
  }

  /** Somebody applies, in a name; with one document. */
  SignedApplication apply(
      InstitutionCode municipality,
      CitizenCard card,
      ApplicationVersion id,
      Resident named,
      ApplicationContent content) {
    var document = Attachment.of("架空の添付書類".getBytes(StandardCharsets.UTF_8));
    SignedApplication signed =
        card.sign(
            new Application(
                id,
                place(municipality),
                card.serialNumber(),
                named.basicInformation().name(),
                named.basicInformation().birthDate(),
                content,
                List.of(document.digest())),
            List.of(document));
    submit.submit(signed);
    return signed;
  }

  /** What the applicant sees must be this. */
  void requireShown(InstitutionCode municipality, CitizenCard card, ApplicationStatus expected) {
    awaitStatuses(municipality);
    ApplicationStatus shown = status.show(card.serialNumber(), expected.id().number());
    if (!shown.equals(expected)) {
      throw new SceneFailedException(
          "the applicant sees %s %s, not %s %s"
              .formatted(shown.state(), shown.reason(), expected.state(), expected.reason()));
    }
  }

  /** The same, of one that was not given back. */
  void requireShown(
      InstitutionCode municipality,
      CitizenCard card,
      ApplicationVersion id,
      ApplicationState state) {
    requireShown(municipality, card, ApplicationStatus.of(id, state));
  }

  /** Until the relay has every status; what others keep for others may wait. */
  void awaitStatuses(InstitutionCode municipality) {
    messages.awaitEmpty(
        new CountrySystem(SystemKind.APPLICATIONS, place(municipality)),
        new CountrySystem(SystemKind.APPLICATION_RELAY, place(municipality)));
  }
}
