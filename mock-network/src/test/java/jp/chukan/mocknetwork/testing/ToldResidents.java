package jp.chukan.mocknetwork.testing;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;

/** Tells one kind of business system about everybody, as at the beginning of a day. */
public final class ToldResidents {
  private static final int AT_ONCE = 500;

  private ToldResidents() {}

  /** Tells those of every municipality; who knows newer changes nothing. */
  public static void tell(RunningCountry country, SystemKind kind) {
    ResidentRegisters registers = country.bean(ResidentRegisters.class);
    for (InstitutionCode municipality : registers.municipalities()) {
      ResidentRegister register = registers.of(municipality);
      String place = register.municipality().localGovernment();
      List<ResidentNotice> all =
          register.everybody().stream().map(resident -> resident.notice(1)).toList();
      for (int first = 0; first < all.size(); first += AT_ONCE) {
        country
            .bean(Systems.class)
            .send(
                new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
                new CountrySystem(
                    kind, kind == SystemKind.REGIONAL_UNION ? place.substring(0, 2) : place),
                ResidentNotices.MESSAGE,
                new ResidentNotices(all.subList(first, Math.min(all.size(), first + AT_ONCE))),
                ResidentNotices.Taken.class);
      }
    }
  }
}
