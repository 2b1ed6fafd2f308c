package jp.chukan.gateway.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.document.DisclosedRecords;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.RecordDisclosureAnswer;
import jp.chukan.contract.message.RecordDisclosureRequest;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.linkagecode.LinkedPerson;
import jp.chukan.gateway.linkagecode.LinkedPersons;
import jp.chukan.gateway.record.RecordsOfPerson;
import jp.chukan.gateway.record.RecordsOfPerson.Selection;
import jp.chukan.gateway.record.StoredRecord;
import jp.chukan.gateway.replica.NonDisclosures;
import jp.chukan.gateway.replica.NonDisclosures.Withheld;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows a person their 「情報提供等記録」 (番号法第23条, 附則第6条第3項): who exchanged what, when and why. What is
 * 「不開示」 is left out, and neither a count nor a gap in the pages says so. Who is not known here has
 * no records.
 *
 * <p>Beside the refusals of {@link DisclosureDoor}: {@link ErrorCode#TKM_DISCLOSURE_PERIOD}.
 */
@Component("discloseRecords")
final class DiscloseRecords {
  private static final DisclosureKind<RecordDisclosureRequest> KIND =
      new DisclosureKind<>(
          RecordDisclosureRequest.class,
          RecordDisclosureRequest.TYPE_ID,
          RecordDisclosureAnswer::new,
          RecordDisclosureAnswer.TYPE_ID,
          "disclosure.records");

  private static final int MOST_RECORDS = 50;

  /** Their names go along, and one answer has to hold them. */
  private static final int MOST_ITEMS = 1_500;

  private final DisclosureDoor door;
  private final LinkedPersons persons;
  private final RecordsOfPerson records;
  private final NonDisclosures nonDisclosures;
  private final RecordNames names;

  DiscloseRecords(
      DisclosureDoor door,
      LinkedPersons persons,
      RecordsOfPerson records,
      NonDisclosures nonDisclosures,
      RecordNames names) {
    this.door = door;
    this.persons = persons;
    this.records = records;
    this.nonDisclosures = nonDisclosures;
    this.names = names;
  }

  /**
   * @param institution at whose door the request came
   * @param signed CMS SignedData (DER) over {@link RecordDisclosureRequest}
   */
  DisclosureOutcome disclose(InstitutionCode institution, byte[] signed) {
    return door.answer(institution, signed, KIND, this::records);
  }

  private Disclosed records(RecordDisclosureRequest request, Instant now) {
    RecordDisclosureRequest.Body question = request.body();
    requirePeriod(question.periodFrom(), question.periodTo());
    UnifiedAddresseeNumber person =
        persons.find(question.linkageCode()).map(LinkedPerson::addressee).orElse(null);
    List<StoredRecord> found = person == null ? List.of() : found(question, person);
    int shown = onOnePage(found);
    DisclosedRecords page =
        new DisclosedRecords(
            question.processingNumber(),
            question.institution(),
            found.stream()
                .limit(shown)
                .map(stored -> names.disclosed(stored.entry(), now))
                .toList(),
            shown < found.size() ? found.get(shown - 1).position() : null);
    return new Disclosed.Shown(page, person);
  }

  private static void requirePeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      throw InvalidInputException.at(ErrorCode.TKM_DISCLOSURE_PERIOD, "PeriodEndDate");
    }
  }

  /** One more than a page holds, when there are more. */
  private List<StoredRecord> found(
      RecordDisclosureRequest.Body question, UnifiedAddresseeNumber person) {
    Withheld withheld = nonDisclosures.of(question.institution(), person);
    if (withheld.everything()) {
      return List.of();
    }
    LocalDate from = question.periodFrom();
    LocalDate to = question.periodTo();
    Long before = question.before();
    return records.disclosable(
        question.institution(),
        question.linkageCode(),
        new Selection(
            from == null ? null : JapanDay.startOf(from),
            to == null ? null : JapanDay.startOf(to.plusDays(1)),
            before == null ? Long.MAX_VALUE : before,
            withheld.information(),
            door.asker(),
            MOST_RECORDS + 1));
  }

  private static int onOnePage(List<StoredRecord> found) {
    int items = 0;
    int records = 0;
    for (StoredRecord stored : found) {
      items += stored.entry().items().size();
      if (records == MOST_RECORDS || (records > 0 && items > MOST_ITEMS)) {
        break;
      }
      records++;
    }
    return records;
  }
}
