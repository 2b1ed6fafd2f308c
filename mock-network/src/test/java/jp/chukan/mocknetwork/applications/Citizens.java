package jp.chukan.mocknetwork.applications;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.application.Application;
import jp.chukan.mocknetwork.application.ApplicationContent;
import jp.chukan.mocknetwork.application.ApplicationNumber;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.Attachment;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.applicationrelay.Kept;
import jp.chukan.mocknetwork.electronicapplication.ApplicantCards;
import jp.chukan.mocknetwork.electronicapplication.CitizenCard;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.RecordCodeQuery;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.testing.RunningCountry;

/** Residents of 石巻市 with cards, who apply. */
final class Citizens {
  static final String PLACE = "04202";
  static final String DOCUMENT = "架空の添付書類";

  private static final AtomicInteger NEXT_HOUSEHOLD = new AtomicInteger();
  private static final Map<SerialNumber, ResidentRecordCode> HOLDERS = new ConcurrentHashMap<>();
  private static final Set<SerialNumber> SUSPENDED = ConcurrentHashMap.newKeySet();
  private static final AtomicReference<Systems> OPENED = new AtomicReference<>();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RunningCountry country;

  Citizens(RunningCountry country) {
    this.country = country;
  }

  /** The 市町村CS of every municipality, as far as it knows cards. */
  static void openTheMunicipalServers(RunningCountry country) {
    Systems systems = country.bean(Systems.class);
    if (systems == OPENED.getAndSet(systems)) {
      return;
    }
    for (CountrySystem server : systems.of(SystemKind.MUNICIPAL_SERVER)) {
      systems
          .doorOf(server)
          .takes(
              CardStatus.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              CardStatus.class,
              (from, status) -> {
                HOLDERS.put(status.serialNumber(), status.recordCode());
                if (status.state() != CardStatus.State.IN_USE) {
                  SUSPENDED.add(status.serialNumber());
                }
                return new Kept(true);
              })
          .takes(
              RecordCodeQuery.MESSAGE,
              SystemKind.APPLICATIONS,
              RecordCodeQuery.class,
              (from, query) -> new RecordCodeQuery.Reply(holder(query.serialNumber())));
    }
  }

  private static ResidentRecordCode holder(SerialNumber card) {
    if (SUSPENDED.contains(card)) {
      throw new RefusedCallException(Fault.LOCKED, "serialNumber");
    }
    ResidentRecordCode holder = HOLDERS.get(card);
    if (holder == null) {
      throw new RefusedCallException(Fault.UNKNOWN, "serialNumber");
    }
    return holder;
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
    HOLDERS.put(card.serialNumber(), resident.recordCode());
    register(card);
    return card;
  }

  CitizenCard suspendedCardOf(Resident resident) {
    CitizenCard card = cardOf(resident);
    SUSPENDED.add(card.serialNumber());
    return card;
  }

  CitizenCard cardOfNobody() {
    CitizenCard card = card();
    register(card);
    return card;
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
