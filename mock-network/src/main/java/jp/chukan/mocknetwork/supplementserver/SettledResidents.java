package jp.chukan.mocknetwork.supplementserver;

import static java.util.Comparator.comparing;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** Whom scenes are about: somebody of whom nothing is on its way any more. */
@Component
final class SettledResidents {
  private final ResidentRegisters registers;

  SettledResidents(ResidentRegisters registers) {
    this.registers = registers;
  }

  /** The municipality of every scene. */
  InstitutionCode municipality() {
    return registers.municipalities().getLast();
  }

  /** Its five digits. */
  String place() {
    return registers.of(municipality()).municipality().localGovernment();
  }

  /** Five digits of another one. */
  String otherPlace() {
    return registers.of(registers.municipalities().getFirst()).municipality().localGovernment();
  }

  /** The Japanese resident whose record has rested longest. */
  Resident one() {
    return registers.of(municipality()).everybody().stream()
        .filter(one -> one.residence().isPresent())
        .filter(one -> one.nationality().equals(Resident.JAPANESE))
        .min(comparing(Resident::updatedAt).thenComparing(Resident::index))
        .orElseThrow(() -> new SceneFailedException("nobody lives there"));
  }

  /** The executive body of the prefecture. */
  CountrySystem executiveBody() {
    return new CountrySystem(SystemKind.EXECUTIVE_BODY, place().substring(0, 2));
  }

  /** The 市町村CS. */
  CountrySystem municipalServer() {
    return new CountrySystem(SystemKind.MUNICIPAL_SERVER, place());
  }

  /** The 附票都道府県サーバ of the prefecture. */
  CountrySystem prefecturalServer() {
    return SupplementServers.prefecturalOf(place());
  }
}
