package jp.chukan.mocknetwork.supplementserver;

import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.residentrecords.CompareSupplements;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Comparing;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** The files of 附票都道府県サーバ beside the 住民票, and that of the 附票全国サーバ beside those. */
@Component
final class SupplementCopies implements CopiedFile {
  private final ResidentRegisters registers;
  private final CompareSupplements residentRecords;
  private final SupplementServers servers;

  SupplementCopies(
      ResidentRegisters registers, CompareSupplements residentRecords, SupplementServers servers) {
    this.registers = registers;
    this.residentRecords = residentRecords;
    this.servers = servers;
  }

  @Override
  public List<Comparison> compare() {
    return Stream.concat(
            registers.municipalities().stream().map(this::prefectural),
            servers.prefectural().stream().map(this::national))
        .toList();
  }

  private Comparison prefectural(InstitutionCode municipality) {
    String place = registers.of(municipality).municipality().localGovernment();
    return Comparing.of(
        "附票都道府県サーバの附票本人確認情報と住民票(%s)".formatted(place),
        ComparedSupplements.of(residentRecords.supplements(municipality)),
        ComparedSupplements.of(
            servers.recordsOf(SupplementServers.prefecturalOf(place)).everybody(place)));
  }

  private Comparison national(CountrySystem prefectural) {
    return Comparing.of(
        "附票全国サーバと附票都道府県サーバの附票本人確認情報(%s)".formatted(prefectural.place()),
        ComparedSupplements.of(servers.recordsOf(prefectural).everybody("")),
        ComparedSupplements.of(
            servers.recordsOf(SupplementServers.NATIONAL).everybody(prefectural.place())));
  }
}
