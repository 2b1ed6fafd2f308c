package jp.chukan.mocknetwork.municipalserver;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Comparing;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** 本人確認情報 of each 市町村CS against the 住民票 that it follows, with everybody who is gone. */
@Component
final class MunicipalIdentityCopies implements CopiedFile {
  private final ResidentRegisters registers;
  private final IdentityFiles files;

  MunicipalIdentityCopies(ResidentRegisters registers, IdentityFiles files) {
    this.registers = registers;
    this.files = files;
  }

  /** What both must say of a person. */
  private record Held(IndividualNumber number, BasicInformation person, boolean present) {}

  @Override
  public List<Comparison> compare() {
    return registers.municipalities().stream().map(registers::of).map(this::compare).toList();
  }

  private Comparison compare(ResidentRegister register) {
    String place = register.municipality().localGovernment();
    var owner = new CountrySystem(SystemKind.MUNICIPAL_SERVER, place);
    Map<ResidentRecordCode, Held> originals = new HashMap<>();
    // of somebody with several 住民票 the last counts: who came back, or was naturalised
    register.everybody().forEach(one -> originals.put(one.recordCode(), held(one)));
    Map<ResidentRecordCode, Held> copies =
        files.of(owner).newestOf(place).stream()
            .collect(toMap(IdentityInformation::recordCode, MunicipalIdentityCopies::held));
    return Comparing.of("市町村CSの本人確認情報(" + place + ")", originals, copies);
  }

  private static Held held(Resident one) {
    return new Held(one.individualNumber(), one.basicInformation(), one.residence().isPresent());
  }

  private static Held held(IdentityInformation one) {
    return new Held(one.individualNumber(), one.person(), !one.reason().isRemoval());
  }
}
