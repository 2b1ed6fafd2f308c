package jp.chukan.mocknetwork.kiosk;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import jp.chukan.mocknetwork.certificate.CertificateOptions;
import jp.chukan.mocknetwork.certificateserver.CertificateRequest;
import jp.chukan.mocknetwork.certificateserver.FeeQuery;
import jp.chukan.mocknetwork.certificateserver.IssuedCertificate;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import jp.chukan.mocknetwork.person.SerialNumber;
import org.springframework.stereotype.Component;

/**
 * Somebody stands at a キオスク端末: card and PIN first, then the fee is shown, and only what was shown
 * is paid for (T:361).
 */
@Component
public final class UseKiosk {
  private static final CountrySystem KIOSK = CountrySystem.only(SystemKind.KIOSK);
  private static final int NUMBER_BYTES = 16;

  private final Systems systems;
  private final CardChips chips;
  private final KioskLog log;
  private final SecureRandom random;

  UseKiosk(Systems systems, CardChips chips, KioskLog log, SecureRandom random) {
    this.systems = systems;
    this.chips = chips;
    this.log = log;
    this.random = random;
  }

  /**
   * Puts a card on the reader and enters the PIN.
   *
   * @param place five digits of the municipality that was chosen
   * @return what is shown: nothing has been issued yet
   * @throws KioskRefusedException UNKNOWN_CARD, WRONG_PIN, PIN_LOCKED, OUT_OF_SERVICE
   */
  public Quote ask(
      String place, SerialNumber card, Pin pin, CertificateOptions options, Instant at) {
    byte[] number = new byte[NUMBER_BYTES];
    random.nextBytes(number);
    String requestNumber = HexFormat.of().formatHex(number);
    return logged(
        requestNumber,
        place,
        at,
        () -> {
          chips.require(card, pin);
          var server = new CountrySystem(SystemKind.CERTIFICATE_SERVER, place);
          FeeQuery.Fee fee =
              systems.send(
                  KIOSK, server, FeeQuery.MESSAGE, new FeeQuery(options), FeeQuery.Fee.class);
          return new Quote(requestNumber, server, card, options, fee.yen());
        });
  }

  /**
   * Accepts the fee, and takes the certificate.
   *
   * @throws KioskRefusedException when the 証明書発行サーバ or the 既存住基システム refuses
   */
  public IssuedCertificate accept(Quote shown, Instant at) {
    String place = shown.server().place();
    IssuedCertificate issued =
        logged(
            shown.requestNumber(),
            place,
            at,
            () ->
                systems.send(
                    KIOSK,
                    shown.server(),
                    CertificateRequest.MESSAGE,
                    new CertificateRequest(
                        shown.requestNumber(), shown.card(), shown.options(), shown.fee(), at),
                    IssuedCertificate.class));
    log.append(shown.requestNumber(), place, at, KioskLog.ISSUED, issued.fee());
    return issued;
  }

  private <R> R logged(String requestNumber, String place, Instant at, Supplier<R> step) {
    try {
      return step.get();
    } catch (KioskRefusedException refused) {
      throw logged(requestNumber, place, at, refused.refusal());
    } catch (RefusedCallException refused) {
      throw logged(requestNumber, place, at, KioskRefusal.of(refused.fault(), refused.place()));
    } catch (UnreachableSystemException away) {
      throw logged(requestNumber, place, at, KioskRefusal.OUT_OF_SERVICE);
    }
  }

  private KioskRefusedException logged(
      String requestNumber, String place, Instant at, KioskRefusal refusal) {
    log.append(requestNumber, place, at, refusal.name(), null);
    return new KioskRefusedException(refusal);
  }
}
