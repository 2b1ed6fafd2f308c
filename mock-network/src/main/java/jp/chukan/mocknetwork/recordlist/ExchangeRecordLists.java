package jp.chukan.mocknetwork.recordlist;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.document.ExchangeRecordList;
import jp.chukan.contract.document.ReportedExchange;
import jp.chukan.contract.document.ReportedExchange.Keeper;
import jp.chukan.contract.document.ReportedExchange.Outcome;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.mocknetwork.coresystem.AlteredBytes;
import jp.chukan.mocknetwork.coresystem.CoreExchanges;
import jp.chukan.mocknetwork.coresystem.ExchangeRecord;
import jp.chukan.mocknetwork.inquirer.InquirerRecords;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.provider.ProviderExchanges;
import org.springframework.stereotype.Component;

/**
 * The records of the network and of whoever else has records here, of the exchanges of one
 * institution in a period, signed by the network. Served municipalities keep theirs at their
 * server, so that nobody reports them.
 */
@Component
public final class ExchangeRecordLists {
  private static final Duration OFF = Duration.ofHours(3);
  private static final ProcessingNumber INVENTED =
      new ProcessingNumber("00000000000000000000000ADD");

  private final CoreExchanges network;
  private final InquirerRecords inquirers;
  private final ProviderExchanges providers;
  private final InstitutionDirectory institutions;
  private final RecordListFaults faults;
  private final DocumentSigner signer;
  private final InstantSource clock;

  ExchangeRecordLists(
      CoreExchanges network,
      InquirerRecords inquirers,
      ProviderExchanges providers,
      InstitutionDirectory institutions,
      RecordListFaults faults,
      DocumentSigner signer,
      InstantSource clock) {
    this.network = network;
    this.inquirers = inquirers;
    this.providers = providers;
    this.institutions = institutions;
    this.faults = faults;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * @param from beginning of the period by the network's time of the inquiry
   * @param to end of it, not included
   * @return CMS SignedData (DER) over the list
   */
  public byte[] signed(InstitutionCode institution, Instant from, Instant to) {
    List<ReportedExchange> records = spoilt(records(institution, from, to));
    byte[] signed =
        signer.sign(
            XmlDocuments.write(
                new ExchangeRecordList(
                    institution,
                    faults.has(RecordListFault.OTHER_PERIOD) ? from.minus(OFF) : from,
                    to,
                    clock.instant(),
                    reporting(),
                    records)));
    return faults.has(RecordListFault.FORGED_SIGNATURE) ? AlteredBytes.lastByte(signed) : signed;
  }

  private List<InstitutionCode> reporting() {
    return Stream.of(InstitutionRole.INQUIRER, InstitutionRole.PROVIDER)
        .flatMap(role -> institutions.withRole(role).stream())
        .map(Institution::code)
        .filter(code -> !institutions.isServed(code))
        .distinct()
        .toList();
  }

  private List<ReportedExchange> records(InstitutionCode institution, Instant from, Instant to) {
    List<ExchangeRecord> own =
        network.records().stream()
            .filter(one -> one.inquirer().equals(institution) || one.provider().equals(institution))
            .filter(one -> !one.requestedAt().isBefore(from) && one.requestedAt().isBefore(to))
            .toList();
    Set<ProcessingNumber> numbers =
        own.stream().map(ExchangeRecord::processingNumber).collect(Collectors.toSet());
    return Stream.of(
            own.stream().map(one -> reported(Keeper.NETWORK, one)),
            inquirers.records().stream()
                .filter(one -> numbers.contains(one.processingNumber()))
                .map(one -> reported(Keeper.INQUIRER, one)),
            providers.records().stream()
                .filter(one -> numbers.contains(one.processingNumber()))
                .map(one -> reported(Keeper.PROVIDER, one)))
        .flatMap(all -> all)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static ReportedExchange reported(Keeper keeper, ExchangeRecord one) {
    return new ReportedExchange(
        keeper,
        one.processingNumber(),
        one.inquirer(),
        one.provider(),
        one.affair(),
        one.procedure(),
        one.information(),
        one.requestedAt(),
        Outcome.valueOf(one.outcome().name()),
        one.errorCode(),
        one.refusedByCore() ? "1" : "0");
  }

  /** What was ordered to go wrong with the first exchange, where there is one. */
  private List<ReportedExchange> spoilt(List<ReportedExchange> records) {
    Optional<ReportedExchange> first =
        records.stream().filter(one -> one.keeper() == Keeper.NETWORK).findFirst();
    if (first.isEmpty()) {
      return records;
    }
    ProcessingNumber number = first.get().number();
    List<ReportedExchange> spoilt = new ArrayList<>();
    for (ReportedExchange one : records) {
      if (!one.number().equals(number)) {
        spoilt.add(one);
      } else if (!isLeftOut(one)) {
        spoilt.add(altered(one));
      }
    }
    if (faults.has(RecordListFault.ADDED)) {
      spoilt.add(as(first.get(), INVENTED, first.get().inquiredAt(), Outcome.PROVIDED));
    }
    return spoilt;
  }

  private boolean isLeftOut(ReportedExchange one) {
    return faults.has(
        one.keeper() == Keeper.NETWORK
            ? RecordListFault.NETWORK_LEFT_OUT
            : RecordListFault.PARTY_LEFT_OUT);
  }

  private ReportedExchange altered(ReportedExchange one) {
    boolean network = one.keeper() == Keeper.NETWORK;
    boolean otherTime = network && faults.has(RecordListFault.OTHER_TIME);
    boolean otherOutcome =
        faults.has(network ? RecordListFault.OTHER_OUTCOME : RecordListFault.PARTY_OUTCOME);
    return as(
        one,
        one.number(),
        otherTime ? one.inquiredAt().plus(Duration.ofMinutes(5)) : one.inquiredAt(),
        otherOutcome ? other(one.outcome()) : one.outcome());
  }

  private static Outcome other(Outcome outcome) {
    return outcome == Outcome.PROVIDED ? Outcome.REFUSED : Outcome.PROVIDED;
  }

  private static ReportedExchange as(
      ReportedExchange one, ProcessingNumber number, Instant inquiredAt, Outcome outcome) {
    return new ReportedExchange(
        one.keeper(),
        number,
        one.inquirer(),
        one.provider(),
        one.affair(),
        one.procedure(),
        one.information(),
        inquiredAt,
        outcome,
        outcome == Outcome.REFUSED ? one.errorCode() : null,
        one.refusedByNetwork());
  }
}
