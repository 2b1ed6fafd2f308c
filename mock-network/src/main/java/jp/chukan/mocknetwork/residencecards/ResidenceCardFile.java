package jp.chukan.mocknetwork.residencecards;

import static java.util.function.Function.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentrecords.Particulars;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Comparing;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** The ledger of cards beside the 住民票 of foreigners: each holds what the other decided. */
@Component
final class ResidenceCardFile implements CopiedFile {
  private final ResidentRegisters registers;
  private final CardHolders holders;

  ResidenceCardFile(ResidentRegisters registers, CardHolders holders) {
    this.registers = registers;
    this.holders = holders;
  }

  /**
   * What both have of a foreigner; of one who is gone that only, for a 除票 is not changed any more.
   */
  private record Entry(
      int position, Optional<Living> living, Optional<ResidentNotice.Removal> removal) {
    private static Entry of(int position, Living living, Optional<ResidentNotice.Removal> removal) {
      return new Entry(
          position, removal.isPresent() ? Optional.empty() : Optional.of(living), removal);
    }
  }

  private record Living(
      BasicInformation person,
      String nationality,
      LegalCategory category,
      LocalDate since,
      int ministryVersion) {}

  @Override
  public List<Comparison> compare() {
    return registers.municipalities().stream()
        .map(municipality -> compare(registers.of(municipality)))
        .toList();
  }

  private Comparison compare(ResidentRegister register) {
    Institution municipality = register.municipality();
    return Comparing.of(
        "在留カード等発行システムの台帳 (%s)".formatted(municipality.name()),
        register.everybody().stream()
            .flatMap(resident -> entry(resident).stream())
            .collect(Collectors.toMap(Entry::position, identity())),
        holders.of(municipality.localGovernment()).stream()
            .map(ResidenceCardFile::entry)
            .collect(Collectors.toMap(Entry::position, identity())));
  }

  private static Optional<Entry> entry(Resident resident) {
    return resident
        .particulars()
        .foreigner()
        .map(
            (Particulars.Foreigner foreigner) ->
                Entry.of(
                    resident.index(),
                    new Living(
                        resident.basicInformation(),
                        resident.nationality(),
                        foreigner.category(),
                        foreigner.since(),
                        foreigner.ministryVersion()),
                    resident.removal()));
  }

  private static Entry entry(CardHolder holder) {
    return Entry.of(
        holder.position(),
        new Living(
            holder.person(),
            holder.nationality(),
            holder.category(),
            holder.foreignResidentSince(),
            holder.ministryVersion()),
        holder.removal());
  }
}
