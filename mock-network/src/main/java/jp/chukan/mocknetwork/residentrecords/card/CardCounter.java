package jp.chukan.mocknetwork.residentrecords.card;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.identity.CardStatus.State;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The counter of a municipality gives 個人番号カード out, and takes reports about them. */
@Component
public final class CardCounter {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int SERIAL_BYTES = 8;

  private final ResidentRegisters registers;
  private final CardLedger ledger;
  private final TransactionOperations transaction;
  private final SecureRandom random;

  CardCounter(
      ResidentRegisters registers,
      CardLedger ledger,
      TransactionOperations transaction,
      SecureRandom random) {
    this.registers = registers;
    this.ledger = ledger;
    this.transaction = transaction;
    this.random = random;
  }

  /**
   * 「交付」: gives a resident a card.
   *
   * @param position of the resident
   * @return serial number of the card
   * @throws CardRefusedException ALREADY_REMOVED for somebody who does not live here any more;
   *     ALREADY_PRESENT for somebody who has a card; EXPIRED for a foreigner whose stay is over
   */
  public SerialNumber issue(InstitutionCode municipality, int position, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, JAPAN);
    // two counters may be asked for one person at the same time, and an event may end the card
    synchronized (registers.lockOf(municipality)) {
      return Objects.requireNonNull(
          transaction.execute(status -> issue(municipality, position, day)));
    }
  }

  private SerialNumber issue(InstitutionCode municipality, int position, LocalDate day) {
    Resident resident = registers.of(municipality).resident(position);
    if (!resident.residence().isPresent()) {
      throw new CardRefusedException(Fault.ALREADY_REMOVED);
    }
    if (ledger.heldBy(municipality, resident.recordCode()).isPresent()) {
      throw new CardRefusedException(Fault.ALREADY_PRESENT);
    }
    LocalDate expiresOn = Validity.of(resident, day);
    if (expiresOn.isBefore(day)) {
      throw new CardRefusedException(Fault.EXPIRED);
    }
    byte[] digits = new byte[SERIAL_BYTES];
    random.nextBytes(digits);
    var serialNumber = new SerialNumber(HexFormat.of().formatHex(digits));
    ledger.keep(
        municipality,
        new HeldCard(
            resident.recordCode(),
            serialNumber,
            State.IN_USE,
            day,
            expiresOn,
            Optional.empty(),
            1));
    return serialNumber;
  }

  /** The card that a resident has, empty for who has none. */
  public Optional<SerialNumber> cardOf(InstitutionCode municipality, int position) {
    return ledger
        .heldBy(municipality, registers.of(municipality).resident(position).recordCode())
        .map(HeldCard::serialNumber);
  }

  /**
   * 「一時停止」: the holder reports the card as lost.
   *
   * @throws CardRefusedException UNKNOWN for no card of this municipality; LOCKED for one that is
   *     reported already; ALREADY_REMOVED for one that has ended
   */
  public HeldCard reportLost(InstitutionCode municipality, SerialNumber serialNumber, Instant at) {
    return change(
        municipality,
        serialNumber,
        at,
        (card, day) -> {
          if (card.state() == State.SUSPENDED) {
            throw new CardRefusedException(Fault.LOCKED);
          }
          return card.in(State.SUSPENDED);
        });
  }

  /**
   * 「一時停止の解除」: the card was found.
   *
   * @throws CardRefusedException UNKNOWN, ALREADY_REMOVED as above; ALREADY_PRESENT for one that is
   *     in use
   */
  public HeldCard reportFound(InstitutionCode municipality, SerialNumber serialNumber, Instant at) {
    return change(
        municipality,
        serialNumber,
        at,
        (card, day) -> {
          if (card.state() == State.IN_USE) {
            throw new CardRefusedException(Fault.ALREADY_PRESENT);
          }
          return card.in(State.IN_USE);
        });
  }

  /**
   * 「返納」: the card comes back, and ends.
   *
   * @throws CardRefusedException UNKNOWN, ALREADY_REMOVED as above
   */
  public HeldCard takeBack(InstitutionCode municipality, SerialNumber serialNumber, Instant at) {
    return change(municipality, serialNumber, at, HeldCard::returned);
  }

  /**
   * 「有効期限の変更」: of a foreigner who may stay longer than when the card was given out.
   *
   * @throws CardRefusedException UNKNOWN, ALREADY_REMOVED as above; EXPIRED for one that is over
   */
  public HeldCard prolong(InstitutionCode municipality, SerialNumber serialNumber, Instant at) {
    return change(
        municipality,
        serialNumber,
        at,
        (card, day) -> {
          if (card.expiresOn().isBefore(day)) {
            throw new CardRefusedException(Fault.EXPIRED);
          }
          return card.until(Validity.of(holder(municipality, card), card.registeredOn()));
        });
  }

  private Resident holder(InstitutionCode municipality, HeldCard card) {
    return registers.of(municipality).everybody().stream()
        .filter(one -> one.recordCode().equals(card.recordCode()) && one.residence().isPresent())
        .findFirst()
        .orElseThrow(() -> new CardRefusedException(Fault.ALREADY_REMOVED));
  }

  private HeldCard change(
      InstitutionCode municipality,
      SerialNumber serialNumber,
      Instant at,
      BiFunction<HeldCard, LocalDate, HeldCard> change) {
    LocalDate day = LocalDate.ofInstant(at, JAPAN);
    synchronized (registers.lockOf(municipality)) {
      return Objects.requireNonNull(
          transaction.execute(
              status -> {
                HeldCard card =
                    ledger
                        .card(municipality, serialNumber)
                        .orElseThrow(() -> new CardRefusedException(Fault.UNKNOWN));
                if (card.state() == State.ENDED) {
                  throw new CardRefusedException(Fault.ALREADY_REMOVED);
                }
                HeldCard changed = change.apply(card, day);
                ledger.keep(municipality, changed);
                return changed;
              }));
    }
  }
}
