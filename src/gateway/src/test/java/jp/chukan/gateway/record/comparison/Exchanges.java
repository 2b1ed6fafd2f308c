package jp.chukan.gateway.record.comparison;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.ExchangeRecordList;
import jp.chukan.contract.document.ReportedExchange;
import jp.chukan.contract.document.ReportedExchange.Keeper;
import jp.chukan.contract.document.ReportedExchange.Outcome;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.comparison.CompareDay.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Exchanges of 石巻市 with a minister, as each party keeps them. */
final class Exchanges {
  static final LocalDate DAY = LocalDate.parse("2026-11-01");
  static final Period PERIOD = new Period(JapanDay.startOf(DAY), JapanDay.startOf(DAY.plusDays(1)));
  static final Instant NOON = PERIOD.from().plus(Duration.ofHours(12));
  static final Instant NEXT_MORNING = PERIOD.to().plus(Duration.ofHours(10));
  static final InstitutionCode MINISTER = new InstitutionCode("0450000000001700");
  static final InstitutionCode DISCLOSURE_SYSTEM = new InstitutionCode("0030099000011700");
  static final RecordComparisonSettings SETTINGS =
      new RecordComparisonSettings(
          3,
          Duration.ofHours(1),
          Duration.ofMinutes(1),
          Duration.ofSeconds(5),
          DataSize.ofMegabytes(1));

  private Exchanges() {}

  /** The minister asked 石巻市. */
  static ProvisionRecord provided(String number) {
    return own(
        RecordSide.PROVIDER, number, RecordOutcome.PROVIDED, null, NOON, NOON.plusSeconds(2));
  }

  static ProvisionRecord own(
      RecordSide side,
      String number,
      RecordOutcome outcome,
      @Nullable String error,
      Instant inquiredAt,
      Instant decidedAt) {
    boolean provides = side == RecordSide.PROVIDER;
    return new ProvisionRecord(
        ISHINOMAKI,
        side,
        new ProcessingNumber(number),
        provides ? MINISTER : ISHINOMAKI,
        provides ? ISHINOMAKI : MINISTER,
        new AffairCode("JM01000000001000"),
        new ProcedureCode("JT01010000001001"),
        new SpecificPersonalInformationCode("TM00000000000001"),
        List.of(new ItemCode("TK00000000000101")),
        null,
        null,
        null,
        inquiredAt,
        inquiredAt,
        decidedAt,
        outcome,
        error);
  }

  /** What a person asked of itself: no affair, and no party that keeps a record. */
  static ProvisionRecord toThePerson(String number) {
    return new ProvisionRecord(
        ISHINOMAKI,
        RecordSide.PROVIDER,
        new ProcessingNumber(number),
        DISCLOSURE_SYSTEM,
        ISHINOMAKI,
        null,
        null,
        new SpecificPersonalInformationCode("TM00000000000001"),
        List.of(new ItemCode("TK00000000000101")),
        null,
        null,
        null,
        NOON,
        NOON,
        NOON,
        RecordOutcome.PROVIDED,
        null);
  }

  /** The same as another party keeps it. */
  static ReportedExchange as(Keeper keeper, ProvisionRecord own, Outcome outcome) {
    return reported(keeper, own, outcome, own.errorCode(), own.receivedAt(), "0");
  }

  static ReportedExchange reported(
      Keeper keeper,
      ProvisionRecord own,
      Outcome outcome,
      @Nullable String error,
      Instant inquiredAt,
      String refusedByNetwork) {
    return new ReportedExchange(
        keeper,
        Objects.requireNonNull(own.processingNumber()),
        Objects.requireNonNull(own.inquirer()),
        Objects.requireNonNull(own.provider()),
        Objects.requireNonNull(own.affair()),
        Objects.requireNonNull(own.procedure()),
        Objects.requireNonNull(own.information()),
        inquiredAt,
        outcome,
        error,
        refusedByNetwork);
  }

  /** What the network hands out on the next morning; the minister reports too. */
  static ExchangeRecordList list(ReportedExchange... records) {
    return new ExchangeRecordList(
        ISHINOMAKI,
        PERIOD.from().minus(Duration.ofMinutes(10)),
        PERIOD.to().plus(Duration.ofMinutes(10)),
        NEXT_MORNING,
        List.of(MINISTER),
        List.of(records));
  }

  /** As the server finds them. */
  static Map<ProcessingNumber, List<OwnExchange>> own(ProvisionRecord... records) {
    Map<ProcessingNumber, List<OwnExchange>> found = new HashMap<>();
    for (ProvisionRecord record : records) {
      OwnExchange.of(record)
          .ifPresent(
              one -> found.computeIfAbsent(one.number(), number -> new ArrayList<>()).add(one));
    }
    return found;
  }

  static CompareDay.Result compared(
      Map<ProcessingNumber, List<OwnExchange>> own, ReportedExchange... records) {
    return new CompareDay(ISHINOMAKI, PERIOD, SETTINGS).compare(own, list(records));
  }
}
