package jp.chukan.mocknetwork.residentrecords;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.foreignresident.MinistryNotice;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.springframework.stereotype.Component;

/** Takes a 「法務省通知」: it becomes a 職権修正 of the 住民票 (住民基本台帳法第30条の50, T:353). */
@Component
final class TakeMinistryNotice {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final ResidentRegisters registers;
  private final TakeEvent events;

  TakeMinistryNotice(ResidentRegisters registers, TakeEvent events) {
    this.registers = registers;
    this.events = events;
  }

  /**
   * Takes a notice.
   *
   * @throws RefusedCallException UNKNOWN for a position that nobody has, and for a Japanese;
   *     ALREADY_REMOVED for somebody who is 消除; SUPERSEDED for a notice that is not newer than the
   *     last, or about another card than the person has; EXPIRED when what it permits was over
   *     before it was permitted
   */
  MinistryNotice.Taken take(InstitutionCode municipality, MinistryNotice notice) {
    // nothing else may change the 住民票 between check and change
    synchronized (registers.lockOf(municipality)) {
      Resident resident = resident(municipality, notice.position());
      require(notice, resident);
      boolean renamed = !notice.name().equals(resident.basicInformation().name());
      var change =
          new ResidentEvent.ResidenceChange(
              resident.index(),
              renamed ? Optional.of(notice.name()) : Optional.empty(),
              notice.nationality(),
              notice.category(),
              notice.version(),
              notice.at());
      return new MinistryNotice.Taken(events.take(municipality, change).changed().size());
    }
  }

  private Resident resident(InstitutionCode municipality, int position) {
    List<Resident> everybody = registers.of(municipality).everybody();
    if (position < 0 || position >= everybody.size()) {
      throw new RefusedCallException(Fault.UNKNOWN, "position");
    }
    return everybody.get(position);
  }

  private static void require(MinistryNotice notice, Resident resident) {
    Particulars.Foreigner known =
        resident
            .particulars()
            .foreigner()
            .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "nationality"));
    if (!resident.residence().isPresent()) {
      throw new RefusedCallException(Fault.ALREADY_REMOVED, "position");
    }
    if (notice.version() <= known.ministryVersion()) {
      throw new RefusedCallException(Fault.SUPERSEDED, "version");
    }
    if (!notice.formerCard().equals(known.category().card())) {
      throw new RefusedCallException(Fault.SUPERSEDED, "formerCard");
    }
    LocalDate day = LocalDate.ofInstant(notice.at(), JAPAN);
    if (notice.category().expiresOn().filter(last -> last.isBefore(day)).isPresent()) {
      throw new RefusedCallException(Fault.EXPIRED, "category");
    }
  }
}
