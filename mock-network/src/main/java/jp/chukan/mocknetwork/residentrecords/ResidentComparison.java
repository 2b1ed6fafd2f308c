package jp.chukan.mocknetwork.residentrecords;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.function.Function;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.scenario.Comparing;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** Compares what a system was told of the residents with their 住民票, person by person. */
@Component
public final class ResidentComparison {
  private static final int WHICHEVER = 1;
  private final ResidentRegisters registers;

  ResidentComparison(ResidentRegisters registers) {
    this.registers = registers;
  }

  /**
   * Compares the residents of every municipality.
   *
   * @param system who was told, in Japanese
   * @param copies what it has of a municipality, by the five digits of that
   */
  public List<CopiedFile.Comparison> ofEveryMunicipality(
      String system, Function<String, List<ResidentNotice>> copies) {
    return registers.municipalities().stream()
        .map(
            municipality ->
                of(system, municipality, copies.apply(Institution.localGovernment(municipality))))
        .toList();
  }

  private CopiedFile.Comparison of(
      String system, InstitutionCode municipality, List<ResidentNotice> copies) {
    return Comparing.of(
        "%sの住民(%s)".formatted(system, registers.of(municipality).municipality().name()),
        registers.of(municipality).everybody().stream()
            .collect(toMap(Resident::index, resident -> resident.notice(WHICHEVER))),
        copies.stream()
            .map(copy -> copy.withVersion(WHICHEVER))
            .collect(toMap(ResidentNotice::position, identity())));
  }
}
