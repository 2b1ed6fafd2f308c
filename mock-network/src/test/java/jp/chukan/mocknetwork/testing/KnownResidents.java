package jp.chukan.mocknetwork.testing;

import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.IdentityLoad;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The residents of all municipalities, as the register network knows them after 初期移行. */
public final class KnownResidents {
  private static final int AT_ONCE = 500;

  private KnownResidents() {}

  /** Tells 市町村CS, and all above it, of every resident whom it does not know yet. */
  public static void load(RunningCountry country) {
    ResidentRegisters registers = country.bean(ResidentRegisters.class);
    for (InstitutionCode municipality : registers.municipalities()) {
      ResidentRegister register = registers.of(municipality);
      String place = register.municipality().localGovernment();
      var network = new RegisterNetwork(place);
      Set<ResidentRecordCode> known = codes(network.fileOf(network.server()).newestOf(place));
      List<IdentityInformation> missing =
          register.everybody().stream()
              .filter(one -> one.residence().isPresent() && !known.contains(one.recordCode()))
              .map(one -> arrival(one, place))
              .toList();
      for (int from = 0; from < missing.size(); from += AT_ONCE) {
        network.send(
            IdentityLoad.MESSAGE,
            new IdentityLoad(missing.subList(from, Math.min(missing.size(), from + AT_ONCE))),
            IdentityLoad.Loaded.class);
      }
      Set<ResidentRecordCode> loaded = codes(missing);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  codes(network.fileOf(RegisterNetwork.NATION).newestOf(place))
                      .containsAll(loaded));
    }
  }

  private static Set<ResidentRecordCode> codes(List<IdentityInformation> residents) {
    return residents.stream().map(IdentityInformation::recordCode).collect(toSet());
  }

  private static IdentityInformation arrival(Resident one, String place) {
    return new IdentityInformation(
        one.recordCode(),
        one.individualNumber(),
        one.basicInformation(),
        place,
        ChangeReason.MOVED_IN,
        LocalDate.of(2026, 4, 1),
        1);
  }

  /** Does something while a system does not know somebody. */
  public static void without(
      RunningCountry country, CountrySystem owner, ResidentRecordCode person, Runnable work) {
    JdbcClient jdbc = country.bean(JdbcClient.class);
    byte[] index =
        country
            .bean(IdentityFiles.class)
            .vaultOf(owner)
            .digest(person.value().getBytes(StandardCharsets.UTF_8));
    String away = "away-" + owner.label();
    String move = "update identity_record set system = ? where system = ? and record_index = ?";
    jdbc.sql(move).params(away, owner.label(), index).update();
    try {
      work.run();
    } finally {
      jdbc.sql(move).params(owner.label(), away, index).update();
    }
  }
}
