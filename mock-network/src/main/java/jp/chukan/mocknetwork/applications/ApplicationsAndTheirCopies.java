package jp.chukan.mocknetwork.applications;

import static java.util.Comparator.comparing;
import static java.util.function.BinaryOperator.maxBy;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.application.ApplicationNumber;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.electronicapplication.ElectronicApplications;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.residentrecords.MatchedApplications;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Comparing;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/**
 * What other systems have of the applications of a 申請管理システム: the 電子申請機能 how far each is, the
 * 既存住基システム those that were processed.
 */
@Component
final class ApplicationsAndTheirCopies implements CopiedFile {
  private final ApplicationRecords applications;
  private final ElectronicApplications outside;
  private final MatchedApplications processed;
  private final ResidentRegisters registers;

  ApplicationsAndTheirCopies(
      ApplicationRecords applications,
      ElectronicApplications outside,
      MatchedApplications processed,
      ResidentRegisters registers) {
    this.applications = applications;
    this.outside = outside;
    this.processed = processed;
    this.registers = registers;
  }

  @Override
  public List<Comparison> compare() {
    return registers.municipalities().stream().flatMap(this::compare).toList();
  }

  private Stream<Comparison> compare(InstitutionCode code) {
    Institution municipality = registers.of(code).municipality();
    List<ReceivedApplication> received = applications.of(municipality.localGovernment());
    return Stream.of(
        Comparing.of(
            "申請状況(電子申請機能、%s)".formatted(municipality.place()),
            newestOf(received),
            outside.of(municipality.localGovernment()).stream()
                .collect(
                    toMap(
                        one -> one.id().number(),
                        identity(),
                        maxBy(comparing(one -> one.id().version()))))),
        Comparing.of(
            "処理済の申請(既存住基システム、%s)".formatted(municipality.place()),
            received.stream()
                .filter(one -> one.state() == ApplicationState.PROCESSED)
                .collect(
                    toUnmodifiableMap(
                        one -> one.status().id(),
                        one -> one.signed().application().content().procedure())),
            processed.of(code)));
  }

  /**
   * Of each application the newest version; one with a wrong signature only if there is no other.
   */
  private static Map<ApplicationNumber, ApplicationStatus> newestOf(
      List<ReceivedApplication> received) {
    return received.stream()
        .collect(
            toMap(
                one -> one.status().id().number(),
                identity(),
                maxBy(
                    comparing((ReceivedApplication one) -> !one.isNotAuthentic())
                        .thenComparing(one -> one.status().id().version()))))
        .values()
        .stream()
        .map(ReceivedApplication::status)
        .collect(toUnmodifiableMap(one -> one.id().number(), identity()));
  }
}
