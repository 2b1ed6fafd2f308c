package jp.chukan.mocknetwork.residencecards;

import static jp.chukan.mocknetwork.scenario.Provoking.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.foreignresident.MinistryNotice;
import jp.chukan.mocknetwork.foreignresident.MunicipalNotice;
import jp.chukan.mocknetwork.foreignresident.ResidenceCardNumber;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Scene.ProvokedRefusal;
import org.springframework.stereotype.Component;

/** Sends both sides what they must refuse, about a foreigner who is known to both. */
@Component
final class NoticeRefusals {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final CountrySystem MINISTRY = CountrySystem.only(SystemKind.RESIDENCE_CARDS);

  private final ResidentRegisters registers;
  private final CardHolders holders;
  private final Systems systems;

  NoticeRefusals(ResidentRegisters registers, CardHolders holders, Systems systems) {
    this.registers = registers;
    this.holders = holders;
    this.systems = systems;
  }

  /**
   * Provokes every refusal of both sides.
   *
   * @param position of a foreigner about whom 法務省 has decided before
   */
  List<ProvokedRefusal> provoke(InstitutionCode municipality, int position, Instant now) {
    String place = registers.of(municipality).municipality().localGovernment();
    var records = new CountrySystem(SystemKind.RESIDENT_RECORDS, place);
    CardHolder known = holders.of(place, position).orElseThrow();
    List<ProvokedRefusal> refused = new ArrayList<>();
    refused.addAll(atRecords(municipality, records, known, now));
    refused.addAll(atMinistry(municipality, records, known, now));
    return refused;
  }

  private List<ProvokedRefusal> atRecords(
      InstitutionCode municipality, CountrySystem records, CardHolder known, Instant now) {
    List<Resident> everybody = registers.of(municipality).everybody();
    int japanese =
        everybody.stream()
            .filter(one -> one.nationality().equals(Resident.JAPANESE))
            .findFirst()
            .orElseThrow()
            .index();
    int next = known.ministryVersion() + 1;
    LegalCategory over =
        new LegalCategory.TemporaryRefuge(LocalDate.ofInstant(now, JAPAN).minusDays(1));
    Optional<ResidenceCardNumber> card = known.category().card();
    return List.of(
        refuses(records, Fault.UNKNOWN, notice(known, everybody.size() + 500, card, next, now)),
        refuses(records, Fault.UNKNOWN, notice(known, japanese, card, next, now)),
        refuses(
            records,
            Fault.SUPERSEDED,
            notice(known, known.position(), card, known.ministryVersion(), now)),
        refuses(
            records,
            Fault.SUPERSEDED,
            notice(known, known.position(), Optional.of(holders.nextNumber()), next, now)),
        refuses(
            records,
            Fault.EXPIRED,
            notice(
                known.decided(known.person().name(), known.nationality(), over),
                known.position(),
                card,
                next,
                now)));
  }

  private ProvokedRefusal refuses(CountrySystem records, Fault fault, MinistryNotice notice) {
    return refusal(
        records,
        MinistryNotice.MESSAGE,
        fault,
        () ->
            systems.send(
                MINISTRY, records, MinistryNotice.MESSAGE, notice, MinistryNotice.Taken.class));
  }

  private static MinistryNotice notice(
      CardHolder holder,
      int position,
      Optional<ResidenceCardNumber> card,
      int version,
      Instant now) {
    return new MinistryNotice(
        position,
        card,
        holder.person().name(),
        holder.nationality(),
        holder.category(),
        version,
        now);
  }

  private List<ProvokedRefusal> atMinistry(
      InstitutionCode municipality, CountrySystem records, CardHolder known, Instant now) {
    int nobody = registers.of(municipality).everybody().size() + 500;
    LocalDate today = LocalDate.ofInstant(now, JAPAN);
    var gone = Optional.of(new ResidentNotice.Removal(RemovalReason.MOVED_OUT, today));
    ResidenceCardNumber ended = holders.nextNumber();
    holders.end(ended, now);
    return List.of(
        refuses(Fault.SUPERSEDED, records, notice(known, known.position(), Optional.empty(), 0)),
        refuses(Fault.UNKNOWN, records, notice(known, nobody, gone, 1)),
        refuses(
            Fault.CHANGES_TOO_MUCH,
            records,
            notice(
                known.decided(
                    known.person().name(),
                    known.nationality(),
                    known.category().withCard(holders.nextNumber())),
                known.position(),
                Optional.empty(),
                1)),
        refuses(
            Fault.LOCKED,
            records,
            notice(
                known.decided(
                    known.person().name(), known.nationality(), known.category().withCard(ended)),
                nobody,
                Optional.empty(),
                1)));
  }

  private ProvokedRefusal refuses(Fault fault, CountrySystem records, MunicipalNotice notice) {
    return refusal(
        MINISTRY,
        MunicipalNotice.MESSAGE,
        fault,
        () ->
            systems.send(
                records, MINISTRY, MunicipalNotice.MESSAGE, notice, MunicipalNotice.Taken.class));
  }

  private static MunicipalNotice notice(
      CardHolder holder, int position, Optional<ResidentNotice.Removal> removal, int later) {
    return new MunicipalNotice(
        position,
        holder.person(),
        holder.nationality(),
        holder.category(),
        holder.foreignResidentSince(),
        holder.ministryVersion(),
        removal,
        holder.version() + later);
  }
}
