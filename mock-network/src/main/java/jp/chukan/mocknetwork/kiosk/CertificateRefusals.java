package jp.chukan.mocknetwork.kiosk;

import static jp.chukan.mocknetwork.scenario.Provoking.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.certificate.CertificateContent;
import jp.chukan.mocknetwork.certificate.CertificateQuery;
import jp.chukan.mocknetwork.certificateserver.CertificateRequest;
import jp.chukan.mocknetwork.certificateserver.IssuedCertificate;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.card.CardCounter;
import jp.chukan.mocknetwork.scenario.Scene.ProvokedRefusal;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/**
 * Asks at a キオスク端末 for what must not be handed out. What the 既存住基システム refuses, the 証明書発行サーバ refuses
 * too: two lines in the log for one request.
 */
@Component
final class CertificateRefusals {
  private static final CountrySystem KIOSK = CountrySystem.only(SystemKind.KIOSK);
  private static final SerialNumber NOBODYS = new SerialNumber("00000000000000ff");
  // longer than any card is valid
  private static final Duration LATER = Duration.ofDays(365 * 12);

  private final ResidentRegisters registers;
  private final CardCounter counter;
  private final CardChips chips;
  private final UseKiosk kiosk;
  private final Systems systems;

  CertificateRefusals(
      ResidentRegisters registers,
      CardCounter counter,
      CardChips chips,
      UseKiosk kiosk,
      Systems systems) {
    this.registers = registers;
    this.counter = counter;
    this.chips = chips;
    this.kiosk = kiosk;
    this.systems = systems;
  }

  /**
   * Everything that can go wrong with a card that is in use; it is in use again afterwards.
   *
   * @param card with the PIN of the scene
   */
  List<ProvokedRefusal> ofCard(InstitutionCode municipality, SerialNumber card, Instant now) {
    String place = registers.of(municipality).municipality().localGovernment();
    List<ProvokedRefusal> refused = new ArrayList<>();
    refused.addAll(elsewhere(place, card, now));
    chips.set(NOBODYS, CertificateScene.PIN);
    refused.addAll(both(place, NOBODYS, now, Fault.UNKNOWN, KioskRefusal.NOT_OF_THIS_MUNICIPALITY));
    refused.addAll(both(place, card, now.plus(LATER), Fault.EXPIRED, KioskRefusal.CARD_EXPIRED));
    counter.reportLost(municipality, card, now);
    refused.addAll(locked(place, card, now));
    counter.reportFound(municipality, card, now);
    refused.addAll(atServer(place, card, now));
    refused.add(notFromTheServer(place, card, now));
    wrongPins(place, card, now);
    return refused;
  }

  private List<ProvokedRefusal> elsewhere(String place, SerialNumber card, Instant now) {
    List<ProvokedRefusal> refused = new ArrayList<>();
    registers.municipalities().stream()
        .map(other -> registers.of(other).municipality().localGovernment())
        .filter(other -> !other.equals(place))
        .forEach(
            other ->
                refused.addAll(
                    both(other, card, now, Fault.UNKNOWN, KioskRefusal.NOT_OF_THIS_MUNICIPALITY)));
    return refused;
  }

  /** A card that is lost or has ended, or of somebody under 支援措置: the person cannot tell which. */
  List<ProvokedRefusal> locked(String place, SerialNumber card, Instant now) {
    return both(place, card, now, Fault.LOCKED, KioskRefusal.CARD_NOT_USABLE);
  }

  private List<ProvokedRefusal> both(
      String place, SerialNumber card, Instant at, Fault fault, KioskRefusal shown) {
    Quote quote = kiosk.ask(place, card, CertificateScene.PIN, CertificateScene.SELF, at);
    refuses(shown, () -> kiosk.accept(quote, at));
    return List.of(
        new ProvokedRefusal(
            new CountrySystem(SystemKind.RESIDENT_RECORDS, place), CertificateQuery.MESSAGE, fault),
        new ProvokedRefusal(quote.server(), CertificateRequest.MESSAGE, fault));
  }

  private List<ProvokedRefusal> atServer(String place, SerialNumber card, Instant now) {
    Quote quote = kiosk.ask(place, card, CertificateScene.PIN, CertificateScene.SELF, now);
    var cheaper =
        new CertificateRequest(quote.requestNumber(), card, quote.options(), quote.fee() - 10, now);
    ProvokedRefusal otherFee =
        refusal(
            quote.server(),
            CertificateRequest.MESSAGE,
            Fault.SUPERSEDED,
            () ->
                systems.send(
                    KIOSK,
                    quote.server(),
                    CertificateRequest.MESSAGE,
                    cheaper,
                    IssuedCertificate.class));
    kiosk.accept(quote, now);
    refuses(KioskRefusal.ISSUED_ALREADY, () -> kiosk.accept(quote, now));
    return List.of(
        otherFee,
        new ProvokedRefusal(quote.server(), CertificateRequest.MESSAGE, Fault.ALREADY_PRESENT));
  }

  private ProvokedRefusal notFromTheServer(String place, SerialNumber card, Instant now) {
    var records = new CountrySystem(SystemKind.RESIDENT_RECORDS, place);
    return refusal(
        records,
        CertificateQuery.MESSAGE,
        Fault.FORBIDDEN_SENDER,
        () ->
            systems.send(
                CountrySystem.only(SystemKind.RESIDENCE_CARDS),
                records,
                CertificateQuery.MESSAGE,
                new CertificateQuery(card, CertificateScene.SELF, now),
                CertificateContent.class));
  }

  /** Three wrong PINs lock the card for the right one too, until the counter sets a new one. */
  private void wrongPins(String place, SerialNumber card, Instant now) {
    var wrong = new Pin("3141");
    refuses(KioskRefusal.WRONG_PIN, () -> ask(place, card, wrong, now));
    refuses(KioskRefusal.WRONG_PIN, () -> ask(place, card, wrong, now));
    refuses(KioskRefusal.PIN_LOCKED, () -> ask(place, card, wrong, now));
    refuses(KioskRefusal.PIN_LOCKED, () -> ask(place, card, CertificateScene.PIN, now));
    chips.set(card, CertificateScene.PIN);
    ask(place, card, CertificateScene.PIN, now);
  }

  private void ask(String place, SerialNumber card, Pin pin, Instant now) {
    kiosk.ask(place, card, pin, CertificateScene.SELF, now);
  }

  private static void refuses(KioskRefusal wanted, Runnable step) {
    try {
      step.run();
    } catch (KioskRefusedException refused) {
      if (refused.refusal() == wanted) {
        return;
      }
      throw new SceneFailedException(
          "キオスク端末が断った理由が違う: %s, %s".formatted(wanted, refused.refusal()));
    }
    throw new SceneFailedException("キオスク端末が断らない: " + wanted);
  }
}
