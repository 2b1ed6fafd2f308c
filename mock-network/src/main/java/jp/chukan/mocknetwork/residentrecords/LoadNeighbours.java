package jp.chukan.mocknetwork.residentrecords;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.IdentityLoad;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import jp.chukan.mocknetwork.supplement.SupplementChange;
import jp.chukan.mocknetwork.supplement.SupplementLoad;
import org.springframework.stereotype.Component;

/**
 * 「初期移行」: tells every neighbour about all residents, before the first event. Whoever has them
 * already refuses or changes nothing.
 */
@Component
public final class LoadNeighbours {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int AT_ONCE = 500;
  private static final List<SystemKind> TOLD =
      List.of(SystemKind.TAX, SystemKind.HEALTH_INSURANCE, SystemKind.REGIONAL_UNION);

  private final ResidentRegisters registers;
  private final SendHouseholds households;
  private final Systems systems;

  LoadNeighbours(ResidentRegisters registers, SendHouseholds households, Systems systems) {
    this.registers = registers;
    this.households = households;
    this.systems = systems;
  }

  /**
   * Tells 市町村CS, 宛名管理システム, 税務, 国民健康保険 and 広域連合 about the residents of a municipality.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException ALREADY_PRESENT when it was done before
   */
  public void load(InstitutionCode municipality) {
    String place = ResidentRegisters.place(municipality);
    var from = new CountrySystem(SystemKind.RESIDENT_RECORDS, place);
    List<Resident> all = registers.of(municipality).everybody();
    for (int first = 0; first < all.size(); first += AT_ONCE) {
      List<Resident> part = all.subList(first, Math.min(all.size(), first + AT_ONCE));
      systems.send(
          from,
          new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
          IdentityLoad.MESSAGE,
          new IdentityLoad(part.stream().map(resident -> identity(resident, place)).toList()),
          IdentityLoad.Loaded.class);
      var notices =
          new ResidentNotices(
              part.stream()
                  .map(resident -> resident.notice(SendIdentityInformation.FIRST_VERSION))
                  .toList());
      for (SystemKind told : TOLD) {
        var to =
            new CountrySystem(told, told == SystemKind.REGIONAL_UNION ? from.prefecture() : place);
        systems.send(from, to, NotifyBusinessSystems.MESSAGE, notices, ResidentNotices.Taken.class);
      }
      households.send(municipality, part);
    }
    loadSupplements(municipality);
  }

  /**
   * Tells the 市町村CS about all 附票; those that are known already are left as they are, so that it may
   * be done again.
   *
   * @return how many were not known
   */
  public int loadSupplements(InstitutionCode municipality) {
    String place = ResidentRegisters.place(municipality);
    List<SupplementChange> entries =
        SendSupplementInformation.whoHasOne(registers.of(municipality).everybody()).stream()
            .map(
                resident ->
                    new SupplementChange(
                        SendSupplementInformation.asItIs(resident, place),
                        SendIdentityInformation.FIRST_VERSION))
            .toList();
    return systems
        .send(
            new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
            new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
            SupplementLoad.MESSAGE,
            new SupplementLoad(entries),
            SupplementLoad.Loaded.class)
        .taken();
  }

  private static IdentityInformation identity(Resident resident, String place) {
    return new IdentityInformation(
        resident.recordCode(),
        resident.individualNumber(),
        resident.basicInformation(),
        place,
        ChangeReason.MOVED_IN,
        LocalDate.ofInstant(resident.updatedAt(), JAPAN),
        SendIdentityInformation.FIRST_VERSION);
  }
}
