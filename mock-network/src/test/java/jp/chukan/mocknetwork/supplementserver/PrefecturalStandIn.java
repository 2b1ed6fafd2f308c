package jp.chukan.mocknetwork.supplementserver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.mocknetwork.identity.IndividualNumberQuery;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.testing.RunningCountry;

/** The 都道府県サーバ when a 個人番号 is pulled: knows the residents that it was told of. */
public final class PrefecturalStandIn {
  private static final Map<ResidentRecordCode, IndividualNumber> NUMBERS =
      new ConcurrentHashMap<>();
  private static boolean opened;

  private PrefecturalStandIn() {}

  /** Opens the door of every prefecture, once, and tells it of everybody. */
  public static synchronized void open(RunningCountry country) {
    var registers = country.bean(ResidentRegisters.class);
    registers.municipalities().stream()
        .flatMap(municipality -> registers.of(municipality).everybody().stream())
        .forEach(resident -> NUMBERS.put(resident.recordCode(), resident.individualNumber()));
    if (opened) {
      return;
    }
    opened = true;
    var systems = country.bean(Systems.class);
    for (CountrySystem server : systems.of(SystemKind.PREFECTURAL_SERVER)) {
      systems
          .doorOf(server)
          .takes(
              IndividualNumberQuery.MESSAGE,
              SystemKind.SUPPLEMENT_PREFECTURAL_SERVER,
              IndividualNumberQuery.class,
              (from, query) -> reply(query.recordCode()));
    }
  }

  /** Forgets one person. */
  public static void forget(ResidentRecordCode code) {
    NUMBERS.remove(code);
  }

  private static IndividualNumberQuery.Reply reply(ResidentRecordCode code) {
    IndividualNumber number = NUMBERS.get(code);
    if (number == null) {
      throw new RefusedCallException(Fault.UNKNOWN, "recordCode");
    }
    return new IndividualNumberQuery.Reply(number);
  }
}
