package jp.chukan.mocknetwork.disclosuresystem;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.CitizenNotices.CitizenNotice;
import jp.chukan.contract.document.DisclosedRecords.DisclosedRecord;
import jp.chukan.mocknetwork.coresystem.Persons;
import jp.chukan.mocknetwork.disclosuresystem.CitizenView.SeenExchange;
import jp.chukan.mocknetwork.disclosuresystem.CitizenView.SeenInformation;
import jp.chukan.mocknetwork.disclosuresystem.CitizenView.SeenNotice;
import jp.chukan.mocknetwork.disclosuresystem.CitizenView.Unanswered;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.stereotype.Component;

/**
 * Asks every institution with an intermediate server about one person. The core knows the person's
 * 「符号」 at each; where the person is not known, there is nothing. An institution that does not
 * answer is named, and the others are shown.
 */
@Component
public final class ShowCitizen {
  private static final List<SpecificPersonalInformationCode> INFORMATION =
      List.of(
          new SpecificPersonalInformationCode("TM00000000000001"),
          new SpecificPersonalInformationCode("TM00000000000002"),
          new SpecificPersonalInformationCode("TM00000000000089"));

  private final InstitutionDirectory institutions;
  private final Persons persons;
  private final AskInstitution ask;

  ShowCitizen(InstitutionDirectory institutions, Persons persons, AskInstitution ask) {
    this.institutions = institutions;
    this.persons = persons;
    this.ask = ask;
  }

  /**
   * What the person sees.
   *
   * @param withInformation whether the person asks for their own information as well; each look at
   *     it is a record itself
   */
  public CitizenView show(ResidentRecordCode person, boolean withInformation) {
    List<Reported> reported = new ArrayList<>();
    List<SeenNotice> notices = new ArrayList<>();
    List<SeenInformation> information = new ArrayList<>();
    List<Unanswered> unanswered = new ArrayList<>();
    for (Institution institution : institutions.withRole(InstitutionRole.SERVED)) {
      Optional<LinkageCode> code = persons.codeAt(institution.code(), person);
      if (code.isEmpty()) {
        continue;
      }
      try {
        ask.records(institution.code(), code.get())
            .forEach(record -> reported.add(new Reported(institution.code(), record)));
        ask.notices(institution.code(), code.get(), List.of())
            .forEach(notice -> notices.add(seen(institution, notice)));
        if (withInformation) {
          information.add(
              new SeenInformation(
                  institution.code(),
                  institution.name(),
                  ask.information(institution.code(), code.get(), INFORMATION)));
        }
      } catch (UndisclosedException e) {
        unanswered.add(
            new Unanswered(institution.code(), institution.name(), String.valueOf(e.getMessage())));
      }
    }
    return new CitizenView(exchanges(reported), notices, information, unanswered);
  }

  /**
   * Reports that the person has read a notice.
   *
   * @throws UndisclosedException when the institution does not take the report
   */
  public void read(ResidentRecordCode person, InstitutionCode institution, ReceptionNumber notice) {
    persons
        .codeAt(institution, person)
        .ifPresent(code -> ask.notices(institution, code, List.of(notice)));
  }

  private static SeenNotice seen(Institution institution, CitizenNotice notice) {
    return new SeenNotice(institution.code(), institution.name(), notice);
  }

  /** A record and whose it is. */
  private record Reported(InstitutionCode institution, DisclosedRecord record) {}

  /**
   * Two institutions record the same exchange, and one may record how it stood and how it ended.
   */
  private static List<SeenExchange> exchanges(List<Reported> reported) {
    Map<String, List<Reported>> byExchange = new LinkedHashMap<>();
    for (Reported one : reported) {
      byExchange
          .computeIfAbsent(
              one.record().processingNumber() + " " + one.record().information(),
              exchange -> new ArrayList<>())
          .add(one);
    }
    return byExchange.values().stream()
        .map(ShowCitizen::exchange)
        .sorted(comparing((SeenExchange one) -> one.record().decidedAt(), reverseOrder()))
        .toList();
  }

  private static SeenExchange exchange(List<Reported> records) {
    DisclosedRecord last =
        records.stream()
            .map(Reported::record)
            .max(
                comparing((DisclosedRecord one) -> !one.outcome().equals("AWAITING_APPROVAL"))
                    .thenComparing(DisclosedRecord::decidedAt))
            .orElseThrow();
    return new SeenExchange(last, records.stream().map(Reported::institution).distinct().toList());
  }
}
