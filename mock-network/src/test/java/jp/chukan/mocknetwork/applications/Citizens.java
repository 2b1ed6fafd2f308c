package jp.chukan.mocknetwork.applications;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.application.Application;
import jp.chukan.mocknetwork.application.ApplicationContent;
import jp.chukan.mocknetwork.application.ApplicationNumber;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.Attachment;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.cardmanagement.CardTaken;
import jp.chukan.mocknetwork.electronicapplication.ApplicantCards;
import jp.chukan.mocknetwork.electronicapplication.CitizenCard;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.testing.RegisterNetwork;
import jp.chukan.mocknetwork.testing.RunningCountry;

/** Residents of 石巻市 with cards, who apply. */
final class Citizens {
  static final String PLACE = "04202";
  static final String DOCUMENT = "架空の添付書類";

  private static final AtomicInteger NEXT_HOUSEHOLD = new AtomicInteger();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RunningCountry country;

  Citizens(RunningCountry country) {
    this.country = country;
  }

  InstitutionCode municipality() {
    return country.bean(ResidentRegisters.class).municipalities().stream()
        .filter(code -> code.value().substring(5, 10).equals(PLACE))
        .findFirst()
        .orElseThrow();
  }

  /** Somebody who nobody else tests with: from the end of the register, of a household of two. */
  Resident somebody(boolean underSupport) {
    var register = country.bean(ResidentRegisters.class).of(municipality());
    List<Integer> households =
        register.residents(600, 1000).stream()
            .filter(one -> one.residence().isPresent() && one.underSupport() == underSupport)
            .map(Resident::household)
            .distinct()
            .filter(household -> register.household(household).size() > 1)
            .toList();
    return register
        .household(households.get(NEXT_HOUSEHOLD.getAndIncrement() % households.size()))
        .getFirst();
  }

  Resident now(Resident resident) {
    return country.bean(ResidentRegisters.class).of(municipality()).resident(resident.index());
  }

  private static CitizenCard card() {
    return CitizenCard.issue(new SerialNumber("%016x".formatted(RANDOM.nextLong())), RANDOM);
  }

  CitizenCard cardOf(Resident resident) {
    CitizenCard card = card();
    tell(card, resident, CardStatus.State.IN_USE, 1);
    register(card);
    return card;
  }

  CitizenCard suspendedCardOf(Resident resident) {
    CitizenCard card = cardOf(resident);
    tell(card, resident, CardStatus.State.SUSPENDED, 2);
    return card;
  }

  CitizenCard cardOfNobody() {
    CitizenCard card = card();
    register(card);
    return card;
  }

  /** The 市町村CS hears of a card. */
  private void tell(CitizenCard card, Resident holder, CardStatus.State state, int version) {
    new RegisterNetwork(PLACE)
        .send(
            CardStatus.MESSAGE,
            new CardStatus(
                holder.recordCode(),
                card.serialNumber(),
                state,
                LocalDate.of(2035, 3, 31),
                version),
            CardTaken.class);
  }

  private void register(CitizenCard card) {
    country.bean(ApplicantCards.class).register(card.serialNumber(), card.publicKey());
  }

  ApplicationVersion begin(CitizenCard card) {
    ApplicationNumber number = country.bean(ApplicantCards.class).begin(card.serialNumber());
    return new ApplicationVersion(number, 1);
  }

  static SignedApplication signed(
      CitizenCard card, ApplicationVersion id, Resident named, ApplicationContent content) {
    var document = Attachment.of(DOCUMENT.getBytes(StandardCharsets.UTF_8));
    return card.sign(
        new Application(
            id,
            PLACE,
            card.serialNumber(),
            named.basicInformation().name(),
            named.basicInformation().birthDate(),
            content,
            List.of(document.digest())),
        List.of(document));
  }
}
