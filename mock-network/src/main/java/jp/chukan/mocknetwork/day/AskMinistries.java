package jp.chukan.mocknetwork.day;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.coresystem.ExchangeRecord;
import jp.chukan.mocknetwork.coresystem.ExchangeRecord.Outcome;
import jp.chukan.mocknetwork.coresystem.MasterList;
import jp.chukan.mocknetwork.coresystem.PermissionLists;
import jp.chukan.mocknetwork.coresystem.Transport;
import jp.chukan.mocknetwork.day.DayReport.Inquiries;
import jp.chukan.mocknetwork.inquirer.AskProvider;
import jp.chukan.mocknetwork.inquirer.InquirerRecords;
import jp.chukan.mocknetwork.inquirer.Question;
import jp.chukan.mocknetwork.inquirer.Subject;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.CopiedFile.Comparison;
import org.springframework.stereotype.Component;

/**
 * Ministries and other inquirers ask the server about residents, and what they open is held against
 * the 住民票: some in the course of the day, everybody who changed at its end (MS-40, MS-58).
 */
@Component
final class AskMinistries {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final ResidentRegisters registers;
  private final InstitutionDirectory institutions;
  private final MasterList master;
  private final AskProvider asking;
  private final InquirerRecords records;
  private final InstantSource clock;

  AskMinistries(
      ResidentRegisters registers,
      InstitutionDirectory institutions,
      MasterList master,
      AskProvider asking,
      InquirerRecords records,
      InstantSource clock) {
    this.registers = registers;
    this.institutions = institutions;
    this.master = master;
    this.asking = asking;
    this.records = records;
    this.clock = clock;
  }

  /**
   * An inquiry under way.
   *
   * @param resident as the 住民票 was when it was asked
   */
  record Asked(ProcessingNumber number, InstitutionCode provider, Resident resident) {}

  /** Asks about somebody who was there before the day, and who may be answered about. */
  Optional<Asked> ask(InstitutionCode provider, Random random) {
    List<Resident> known =
        registers.of(provider).residents(0, ResidentRegister.GENERATED).stream()
            .filter(one -> one.residence().isPresent() && !one.underSupport())
            .toList();
    Resident resident = known.get(random.nextInt(known.size()));
    return ask(provider, resident, random);
  }

  private Optional<Asked> ask(InstitutionCode provider, Resident resident, Random random) {
    List<MasterList.Entry> entries = entries(provider);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Question question = question(entries.get(random.nextInt(entries.size())), resident);
    asking.prepare(List.of(question));
    return Optional.of(new Asked(asking.ask(question).processingNumber(), provider, resident));
  }

  private List<MasterList.Entry> entries(InstitutionCode provider) {
    var inquirers = institutions.codes(InstitutionRole.INQUIRER);
    LocalDate today = LocalDate.ofInstant(clock.instant(), DayClock.JAPAN);
    return master.entries().stream()
        .filter(entry -> entry.inquiry().provider().equals(provider))
        .filter(entry -> entry.inquiry().information().equals(HouseholdInformation.INFORMATION))
        .filter(entry -> inquirers.contains(entry.inquiry().inquirer()))
        .filter(entry -> PermissionLists.isInForce(entry.inquiry(), today))
        .toList();
  }

  private static Question question(MasterList.Entry entry, Resident resident) {
    InstitutionCode provider = entry.inquiry().provider();
    return new Question(
        entry.inquiry().inquirer(),
        provider,
        entry.item(),
        HouseholdInformation.INFORMATION,
        new Subject(provider.value() + "/" + resident.index(), resident.recordCode()),
        HouseholdInformation.LAYOUT,
        resident.householdInformation().items(),
        Transport.PLAIN);
  }

  /** What became of the inquiries of the day. */
  Inquiries end(List<Asked> asked) {
    await(asked.stream().map(Asked::number).toList());
    int equal = 0;
    int overtaken = 0;
    for (Asked one : asked) {
      if (records.matchesOriginal(one.number()).orElse(false)) {
        equal++;
      } else if (records.matchesOriginal(one.number()).isPresent() && hasChanged(one)) {
        overtaken++;
      }
    }
    return new Inquiries(asked.size(), equal, overtaken, asked.size() - equal - overtaken);
  }

  private boolean hasChanged(Asked one) {
    return !registers
        .of(one.provider())
        .resident(one.resident().index())
        .updatedAt()
        .equals(one.resident().updatedAt());
  }

  /**
   * Asks every municipality about everybody whose 住民票 has changed. An answer must say what the 住民票
   * says; about somebody under 支援措置 there must be none yet, because people decide (MU-05).
   */
  List<Comparison> aboutEverybodyWhoChanged(Instant since, Random random) {
    List<AskedOf> all =
        registers.municipalities().stream()
            .map(municipality -> askOf(municipality, since, random))
            .toList();
    await(all.stream().flatMap(one -> one.open().stream()).map(Asked::number).toList());
    Map<ProcessingNumber, Outcome> outcomes = outcomes();
    return all.stream().map(one -> compare(one, outcomes)).toList();
  }

  /**
   * Everybody of a municipality about whom was asked.
   *
   * @param open those who may be answered about
   * @param held those under 支援措置
   */
  private record AskedOf(InstitutionCode municipality, List<Asked> open, List<Asked> held) {}

  private AskedOf askOf(InstitutionCode municipality, Instant since, Random random) {
    List<Asked> open = new ArrayList<>();
    List<Asked> held = new ArrayList<>();
    for (Resident resident : newestOfEach(registers.of(municipality).changedSince(since))) {
      ask(municipality, resident, random)
          .ifPresent(asked -> (resident.underSupport() ? held : open).add(asked));
    }
    return new AskedOf(municipality, open, held);
  }

  /** Somebody who left and came back, or was naturalised, has two 住民票 and one 副本. */
  private static List<Resident> newestOfEach(List<Resident> changed) {
    return List.copyOf(
        changed.stream()
            .collect(
                Collectors.toMap(
                    Resident::recordCode,
                    resident -> resident,
                    AskMinistries::newer,
                    LinkedHashMap::new))
            .values());
  }

  private static Resident newer(Resident one, Resident other) {
    return one.index() > other.index() ? one : other;
  }

  private Comparison compare(AskedOf all, Map<ProcessingNumber, Outcome> outcomes) {
    int same = 0;
    int different = 0;
    int unanswered = 0;
    for (Asked one : all.open()) {
      Optional<Boolean> matches = records.matchesOriginal(one.number());
      if (matches.isEmpty()) {
        unanswered++;
      } else if (matches.get()) {
        same++;
      } else {
        different++;
      }
    }
    int answered = 0;
    for (Asked one : all.held()) {
      if (outcomes.get(one.number()) == Outcome.PENDING) {
        same++;
      } else {
        answered++;
      }
    }
    return new Comparison(
        "情報照会で開いた世帯情報(" + registers.of(all.municipality()).municipality().name() + "、異動のあった人)",
        same,
        different,
        unanswered,
        answered);
  }

  private void await(List<ProcessingNumber> numbers) {
    Instant deadline = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(deadline)) {
      Map<ProcessingNumber, Outcome> outcomes = outcomes();
      if (numbers.stream().noneMatch(number -> outcomes.get(number) == Outcome.PENDING)) {
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private Map<ProcessingNumber, Outcome> outcomes() {
    Map<ProcessingNumber, Outcome> outcomes = new HashMap<>();
    for (ExchangeRecord record : records.records()) {
      outcomes.put(record.processingNumber(), record.outcome());
    }
    return outcomes;
  }
}
