package jp.chukan.mocknetwork.residentrecords.card;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.certificate.CertificateContent;
import jp.chukan.mocknetwork.certificate.CertificateOptions.Scope;
import jp.chukan.mocknetwork.certificate.CertificateQuery;
import jp.chukan.mocknetwork.identity.CardStatus.State;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import org.springframework.stereotype.Component;

/**
 * Answers what a certificate says of the holder of a card (T:361); never with a number of a person.
 */
@Component
final class AnswerCertificateQuery {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  // one place for lost, ended and 支援措置: nobody may learn from it who is under support (MU-05)
  private static final String CARD = "serialNumber";

  private final ResidentRegisters registers;
  private final CardLedger ledger;

  AnswerCertificateQuery(ResidentRegisters registers, CardLedger ledger) {
    this.registers = registers;
    this.ledger = ledger;
  }

  /**
   * Answers.
   *
   * @throws RefusedCallException UNKNOWN for a card that this municipality did not give out; LOCKED
   *     for one that is lost or has ended, and when somebody on the certificate is under 支援措置;
   *     EXPIRED for one that is over; ALREADY_REMOVED when the holder does not live here any more
   */
  CertificateContent answer(InstitutionCode municipality, CertificateQuery query) {
    HeldCard card =
        ledger
            .card(municipality, query.serialNumber())
            .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, CARD));
    if (card.state() != State.IN_USE) {
      throw new RefusedCallException(Fault.LOCKED, CARD);
    }
    if (card.expiresOn().isBefore(LocalDate.ofInstant(query.at(), JAPAN))) {
      throw new RefusedCallException(Fault.EXPIRED, CARD);
    }
    ResidentRegister register = registers.of(municipality);
    Resident holder =
        register.everybody().stream()
            .filter(
                one -> one.recordCode().equals(card.recordCode()) && one.residence().isPresent())
            .findFirst()
            .orElseThrow(() -> new RefusedCallException(Fault.ALREADY_REMOVED, CARD));
    List<Resident> household = register.household(holder.household());
    List<Resident> concerned = query.options().scope() == Scope.SELF ? List.of(holder) : household;
    if (concerned.stream().anyMatch(Resident::underSupport)) {
      throw new RefusedCallException(Fault.LOCKED, CARD);
    }
    var entries = new CertificateEntries(register, query.options());
    return new CertificateContent(
        holder.basicInformation().address(),
        query.options().withRelationship()
            ? Optional.of(CertificateEntries.headName(holder))
            : Optional.empty(),
        concerned.stream().map(entries::of).toList());
  }
}
