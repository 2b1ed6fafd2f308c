package jp.chukan.mocknetwork.inquirer;

import static java.util.Comparator.comparing;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.coresystem.HandleInquiry;
import jp.chukan.mocknetwork.coresystem.Identifiers;
import jp.chukan.mocknetwork.coresystem.Inquiry;
import jp.chukan.mocknetwork.coresystem.InquiryOutcome;
import org.springframework.stereotype.Component;

/**
 * 「情報照会」 of an inquirer: it opens a record of its own, then asks the core in the name of the item
 * of 別表第二 on which it relies.
 */
@Component
public final class AskProvider {
  private final InquirerSubjects subjects;
  private final InquirerRecords records;
  private final HandleInquiry core;
  private final Identifiers identifiers;
  private final InstantSource clock;

  AskProvider(
      InquirerSubjects subjects,
      InquirerRecords records,
      HandleInquiry core,
      Identifiers identifiers,
      InstantSource clock) {
    this.subjects = subjects;
    this.records = records;
    this.core = core;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * An inquiry under way, or refused.
   *
   * @param processingNumber the exchange
   * @param outcome what the core made of it
   */
  public record Asked(ProcessingNumber processingNumber, InquiryOutcome outcome) {}

  /** Gets every inquirer its codes of the persons in these questions, before it asks them. */
  public void prepare(List<Question> questions) {
    Map<InstitutionCode, Set<Subject>> persons = new TreeMap<>(comparing(InstitutionCode::value));
    for (Question question : questions) {
      persons
          .computeIfAbsent(question.inquirer(), inquirer -> new LinkedHashSet<>())
          .add(question.subject());
    }
    persons.forEach((inquirer, subjects) -> this.subjects.acquire(inquirer, List.copyOf(subjects)));
  }

  public Asked ask(Question question) {
    LinkageCode subject = subjects.linkageCodeOf(question.inquirer(), question.subject());
    ProcessingNumber number = identifiers.processingNumber();
    byte[] expected = ContentDigest.of(number, question.expected());
    records.open(number, question, expected, clock.instant());
    var inquiry =
        new Inquiry(
            question.inquirer(),
            question.provider(),
            question.scheduleItem().affair(),
            question.scheduleItem().procedure(),
            question.information(),
            subject,
            question.items(),
            null,
            null);
    InquiryOutcome outcome = core.handle(number, inquiry, question.transport());
    switch (outcome) {
      case InquiryOutcome.Sent() -> {}
      case InquiryOutcome.Refused(var refusal) ->
          records.refused(number, refusal.code().id(), clock.instant());
    }
    return new Asked(number, outcome);
  }
}
