package jp.chukan.mocknetwork.municipality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Comparing;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** 「4情報」 at the 宛名管理システム beside those of the 住民票. */
@Component
final class HubPersons implements CopiedFile {
  private final ResidentRegisters registers;
  private final AddresseeHub hub;

  HubPersons(ResidentRegisters registers, AddresseeHub hub) {
    this.registers = registers;
    this.hub = hub;
  }

  @Override
  public List<Comparison> compare() {
    return registers.municipalities().stream().map(this::compare).toList();
  }

  private Comparison compare(InstitutionCode municipality) {
    // who has had two 住民票 is one person at the hub, as the later says
    Map<IndividualNumber, BasicInformation> originals = new HashMap<>();
    Map<IndividualNumber, BasicInformation> copies = new HashMap<>();
    for (Resident resident : registers.of(municipality).everybody()) {
      originals.put(resident.individualNumber(), resident.basicInformation());
      hub.known(municipality, resident)
          .ifPresent(person -> copies.put(resident.individualNumber(), person));
    }
    return Comparing.of(
        "宛名管理システムの4情報(%s)".formatted(registers.of(municipality).municipality().name()),
        originals,
        copies);
  }
}
