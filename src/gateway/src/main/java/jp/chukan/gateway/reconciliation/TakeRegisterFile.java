package jp.chukan.gateway.reconciliation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.csv.CsvFaults;
import jp.chukan.gateway.csv.FaultyFileException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the register's file (MS-52): read once and as a stream, checked record by record, and
 * staged encrypted. All of it is one transaction, so that of a file that is refused nothing is left
 * behind (MS-61).
 *
 * <p>Refused as a whole, with every fault by record and field: what {@link RegisterCheck} refuses;
 * a record that cannot be read; {@link ErrorCode#DBM_REGISTER_DUPLICATE} two records of one 「副本」;
 * {@link ErrorCode#DBM_REGISTER_CUT} a CSV file without the end of its last line; {@link
 * ErrorCode#SYM_TOO_LARGE}, {@link ErrorCode#SYM_CSV_TOO_MANY_ROWS} more than the limits; {@link
 * ErrorCode#SYM_CSV_EMPTY} no record; {@link ErrorCode#SYM_CSV_HEADER} an item that is asked for
 * and has no column.
 */
@Component("takeRegisterFile")
final class TakeRegisterFile {
  private static final String MESSAGE = "/municipal/reconciliations";
  private static final int MOST_FAULTS = 100;

  private final StandardLayouts layouts;
  private final StagedRegister staged;
  private final Reconciliations reconciliations;
  private final ReconciliationSettings settings;
  private final OperationLog operations;
  private final CommunicationLog communications;
  private final InstitutionTransactions transactions;
  private final SerialNumbers numbers;
  private final InstantSource clock;

  TakeRegisterFile(
      StandardLayouts layouts,
      StagedRegister staged,
      Reconciliations reconciliations,
      ReconciliationSettings settings,
      OperationLog operations,
      CommunicationLog communications,
      InstitutionTransactions transactions,
      SerialNumbers numbers,
      InstantSource clock) {
    this.layouts = layouts;
    this.staged = staged;
    this.reconciliations = reconciliations;
    this.settings = settings;
    this.operations = operations;
    this.communications = communications;
    this.transactions = transactions;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * @return by which the comparison is found
   * @throws FaultyFileException with what is wrong where
   * @throws InvalidInputException when there is no telling one record from the other
   */
  ReceptionNumber take(InstitutionCode institution, RegisterSubmission file) {
    Instant now = clock.instant();
    try {
      return transactions.within(
          institution,
          () -> {
            ReceptionNumber number = stage(institution, file, now);
            keep(institution, file, number, now);
            return number;
          });
    } catch (FaultyFileException | InvalidInputException e) {
      if (file.by().user() != null) {
        transactions.run(institution, () -> keep(institution, file, null, now));
      }
      throw e;
    }
  }

  private ReceptionNumber stage(InstitutionCode institution, RegisterSubmission file, Instant now) {
    RegisterCheck check =
        RegisterCheck.of(layouts, file.information(), JapanDay.of(now))
            .orElseThrow(
                () ->
                    InvalidInputException.at(
                        ErrorCode.DBM_UNKNOWN_INFORMATION, RegisterColumn.INFORMATION.element()));
    requireKnown(check, file.items());
    ReceptionNumber number = numbers.nextReceptionNumber();
    RegisterContent content = new RegisterContent(file.content(), settings.largestFile().toBytes());
    StagedRegister.Loading loading = staged.load(institution, number);
    List<ItemCode> compared = read(file, check, content, loading);
    int records = loading.end();
    if (records == 0) {
      throw InvalidInputException.of(ErrorCode.SYM_CSV_EMPTY);
    }
    refuseRepeated(institution, number, file.form());
    reconciliations.begin(
        institution,
        new Reconciliation(
            number,
            file.information(),
            compared,
            file.form(),
            file.by().name(),
            now,
            records,
            ReconciliationState.WAITING,
            null,
            null,
            null,
            null),
        content.hash());
    return number;
  }

  private static void requireKnown(RegisterCheck check, List<ItemCode> items) {
    Set<ItemCode> known = check.items();
    items.stream()
        .filter(item -> !known.contains(item))
        .findFirst()
        .ifPresent(
            item -> {
              throw InvalidInputException.at(ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT, "items");
            });
  }

  /** Returns the items that alone are compared. */
  private List<ItemCode> read(
      RegisterSubmission file,
      RegisterCheck check,
      RegisterContent content,
      StagedRegister.Loading loading) {
    CsvFaults faults = new CsvFaults();
    return switch (file.form()) {
      case XML -> {
        RegisterXml.read(content, check, record -> add(loading, record), faults);
        yield file.items();
      }
      case CSV -> {
        RegisterCsv csv = new RegisterCsv(check, faults);
        csv.read(content, settings.mostRecords(), loading::add);
        if (!content.endsALine()) {
          throw InvalidInputException.of(ErrorCode.DBM_REGISTER_CUT);
        }
        if (!csv.items().containsAll(file.items())) {
          throw InvalidInputException.at(ErrorCode.SYM_CSV_HEADER, "items");
        }
        yield file.items().isEmpty() ? List.copyOf(csv.items()) : file.items();
      }
    };
  }

  private void add(StagedRegister.Loading loading, RegisterRecord record) {
    if (loading.isFull(settings.mostRecords())) {
      throw InvalidInputException.of(ErrorCode.SYM_TOO_LARGE);
    }
    loading.add(record);
  }

  private void refuseRepeated(
      InstitutionCode institution, ReceptionNumber number, RegisterForm form) {
    CsvFaults faults = new CsvFaults();
    staged
        .repeated(institution, number, MOST_FAULTS)
        .forEach(
            position ->
                faults.add(
                    form == RegisterForm.CSV ? position + 1L : position,
                    RegisterColumn.RECORD_KEY.element(),
                    ErrorCode.DBM_REGISTER_DUPLICATE));
    faults.throwIfAny();
  }

  private void keep(
      InstitutionCode institution,
      RegisterSubmission file,
      @Nullable ReceptionNumber number,
      Instant now) {
    String target = Optional.ofNullable(number).map(ReceptionNumber::value).orElse(null);
    if (file.by().user() == null) {
      communications.append(
          new Communication(
              institution, Direction.RECEIVED, institution, MESSAGE, target, null, now));
      return;
    }
    operations.append(
        new Operation(
            institution,
            file.by().user(),
            OperationKind.DECISION,
            "reconciliation.taken",
            number != null,
            target,
            null,
            file.by().purpose(),
            now));
  }
}
