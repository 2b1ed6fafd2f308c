package jp.chukan.gateway.record.comparison;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.document.ExchangeRecordList;
import jp.chukan.contract.document.ReportedExchange;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.comparison.CompareDay.Period;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches what the network and the other parties keep of the exchanges of the last days, and keeps
 * a report of each day (MS-12, MS-74). A day on which all agree is done; one on which something was
 * found or is under way comes again on the next day, as long as it is among those looked at; one
 * whose list did not come, or is not the network's, comes again at the next run.
 */
@Component("compareRecords")
final class CompareRecords {
  private static final Logger log = LoggerFactory.getLogger(CompareRecords.class);
  private static final String DOCUMENT_TYPE = "IF_TKM_50201_R01";

  /** The list reaches over the day, for what the parties saw on either side of midnight. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private static final Duration LIST_LASTS = Duration.ofMinutes(10);

  private final NetworkRecords network;
  private final DocumentVerifier verifier;
  private final OwnExchanges own;
  private final RecordComparisons comparisons;
  private final RecordComparisonSettings settings;
  private final CommunicationLog communications;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;
  private final InstitutionCode networkCode;

  CompareRecords(
      NetworkRecords network,
      DocumentVerifier verifier,
      OwnExchanges own,
      RecordComparisons comparisons,
      RecordComparisonSettings settings,
      CommunicationLog communications,
      InstitutionTransactions transactions,
      InstantSource clock,
      @Value("${chukan.network.institution}") String networkCode) {
    this.network = network;
    this.verifier = verifier;
    this.own = own;
    this.comparisons = comparisons;
    this.settings = settings;
    this.communications = communications;
    this.transactions = transactions;
    this.clock = clock;
    this.networkCode = new InstitutionCode(networkCode);
  }

  /**
   * Compares the days that are due, the oldest first.
   *
   * @return how many
   */
  int compare(InstitutionCode institution, JobProgress progress) {
    List<LocalDate> due = due(institution);
    progress.whole(due.size());
    int compared = 0;
    while (compared < due.size() && progress.goesOn()) {
      compare(institution, due.get(compared++)).ifPresent(progress::fault);
      progress.done(1);
    }
    return compared;
  }

  private List<LocalDate> due(InstitutionCode institution) {
    LocalDate today = JapanDay.of(clock.instant());
    LocalDate first = today.minusDays(settings.days());
    Map<LocalDate, RecordComparison> newest =
        transactions.within(
            institution,
            () ->
                comparisons.newest(first, 0, settings.days() + 1).stream()
                    .collect(Collectors.toMap(RecordComparison::day, Function.identity())));
    return first
        .datesUntil(today)
        .filter(day -> isDue(newest.get(day), JapanDay.startOf(today)))
        .toList();
  }

  private static boolean isDue(@Nullable RecordComparison newest, Instant today) {
    return newest == null
        || newest.errorCode() != null
        || !newest.isSettled() && newest.comparedAt().isBefore(today);
  }

  /** Returns why there was nothing to compare with. */
  private Optional<ErrorCode> compare(InstitutionCode institution, LocalDate day) {
    Period period = new Period(JapanDay.startOf(day), JapanDay.startOf(day.plusDays(1)));
    Period wide = new Period(period.from().minus(MARGIN), period.to().plus(MARGIN));
    try {
      ExchangeRecordList list = fetch(institution, wide);
      transactions.run(institution, () -> keep(institution, day, period, list));
      return Optional.empty();
    } catch (InvalidInputException e) {
      return keepFailure(institution, day, e.refusal().code());
    } catch (IOException e) {
      log.warn("no list of exchanges of {} on {}: {}", institution, day, e.getMessage());
      return keepFailure(institution, day, ErrorCode.TKM_LIST_UNAVAILABLE);
    }
  }

  /** Only a list that the network signed for this institution, this period and this moment. */
  private ExchangeRecordList fetch(InstitutionCode institution, Period wide) throws IOException {
    RawSignedDocument signed = network.of(institution, wide.from(), wide.to());
    ExchangeRecordList list = XmlDocuments.read(ExchangeRecordList.class, verified(signed));
    Instant now = clock.instant();
    boolean asked =
        list.institution().equals(institution)
            && list.from().equals(wide.from())
            && list.to().equals(wide.to())
            && Duration.between(list.publishedAt(), now).abs().compareTo(LIST_LASTS) <= 0
            && list.records().stream().allMatch(one -> isAbout(institution, one));
    if (!asked) {
      throw InvalidInputException.of(ErrorCode.TKM_LIST_OTHER);
    }
    return list;
  }

  private byte[] verified(RawSignedDocument signed) {
    try {
      return verifier.verify(signed, networkCode).content();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(Refusal.of(ErrorCode.TKM_LIST_SIGNATURE), e);
    }
  }

  private static boolean isAbout(InstitutionCode institution, ReportedExchange one) {
    return one.inquirer().equals(institution) || one.provider().equals(institution);
  }

  private void keep(
      InstitutionCode institution, LocalDate day, Period period, ExchangeRecordList list) {
    Instant now = clock.instant();
    CompareDay.Result result =
        new CompareDay(institution, period, settings)
            .compare(
                own.find(
                    institution,
                    period,
                    list.records().stream().map(ReportedExchange::number).toList()),
                list);
    comparisons.append(institution, day, result, now);
    communicated(institution, day, null, now);
  }

  private Optional<ErrorCode> keepFailure(
      InstitutionCode institution, LocalDate day, ErrorCode code) {
    transactions.run(
        institution,
        () -> {
          Instant now = clock.instant();
          Optional<RecordComparison> newest = comparisons.of(day).stream().findFirst();
          // one that goes on is one report
          if (newest.isEmpty() || !code.id().equals(newest.get().errorCode())) {
            comparisons.append(institution, day, code, now);
          }
          communicated(institution, day, code, now);
        });
    return Optional.of(code);
  }

  private void communicated(
      InstitutionCode institution, LocalDate day, @Nullable ErrorCode error, Instant at) {
    communications.append(
        new Communication(
            institution,
            Direction.RECEIVED,
            networkCode,
            DOCUMENT_TYPE,
            day.toString(),
            error,
            at));
  }
}
