package jp.chukan.gateway.inquiry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.gateway.inquiry.ArrivedLine.Readable;
import jp.chukan.gateway.inquiry.ArrivedLine.Unreadable;
import jp.chukan.gateway.inquiry.InquiryDecision.Lawful;
import jp.chukan.gateway.inquiry.InquiryDecision.Refused;
import jp.chukan.gateway.inquiry.InquiryRows.Known;
import jp.chukan.gateway.kernel.Outbox;
import jp.chukan.gateway.kernel.OutgoingMessage;
import jp.chukan.gateway.kernel.OutgoingQueue;
import jp.chukan.gateway.kernel.SerialNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the inquiries of one request in the open transaction of the institution: knows those that
 * came before, checks the others, keeps them all, puts what may leave into the outbox and records
 * what may not.
 *
 * <p>A 「レコード識別番号」 stands for the inquiry that was accepted with it (MS-80). The same again gets, in
 * a message, the numbers of the first; a line of a file is refused, as clients of the field expect,
 * and so is other content under the same key. The key of a refused record is free.
 */
@Component
class InquiryIntake {
  private final InquiryChecks checks;
  private final InquiryRows rows;
  private final InquiryJournal journal;
  private final Outbox outbox;
  private final SerialNumbers numbers;

  InquiryIntake(
      InquiryChecks checks,
      InquiryRows rows,
      InquiryJournal journal,
      Outbox outbox,
      SerialNumbers numbers) {
    this.checks = checks;
    this.rows = rows;
    this.journal = journal;
    this.outbox = outbox;
    this.numbers = numbers;
  }

  /**
   * @return one outcome for each line, in their order
   */
  List<LineOutcome> take(Reception reception, List<ArrivedLine> lines) {
    Checked checked = check(reception, lines);
    List<TakenInquiry> accepted = keepAccepted(reception, checked);
    List<TakenInquiry> refused = new ArrayList<>();
    List<LineOutcome> outcomes = new ArrayList<>(lines.size());
    for (ArrivedLine line : lines) {
      TakenInquiry refusal =
          switch (line) {
            case Unreadable unreadable ->
                TakenInquiry.malformed(unreadable, numbers.nextProcessingNumber());
            case Readable readable -> refusal(reception, readable, checked);
          };
      if (refusal == null) {
        outcomes.add(accepted(((Readable) line).inquiry(), checked));
      } else {
        refused.add(refusal);
        outcomes.add(new LineOutcome.Refused(Objects.requireNonNull(refusal.error())));
      }
    }
    rows.insert(reception, refused);
    journal.append(reception, accepted, refused);
    return outcomes;
  }

  /** What the lines got when the request first came: the same again gets the same. */
  List<LineOutcome> again(Reception first, List<ArrivedLine> lines) {
    Map<Integer, LineOutcome> kept = rows.outcomes(first.number());
    Map<RecordIdentificationNumber, Known> known = rows.known(records(lines));
    List<LineOutcome> outcomes = new ArrayList<>(lines.size());
    for (ArrivedLine line : lines) {
      LineOutcome outcome = kept.get(line.number());
      if (outcome == null) {
        // Without a row of its own it was, then as now, a record taken before.
        AskedInquiry inquiry = ((Readable) line).inquiry();
        Known before = Objects.requireNonNull(known.get(inquiry.recordNumber()));
        outcome = new LineOutcome.Accepted(before.reception(), before.number());
      }
      outcomes.add(outcome);
    }
    return outcomes;
  }

  /** Checks without effect: nothing is kept and nothing leaves. */
  List<LineOutcome> rehearse(Reception reception, List<ArrivedLine> lines) {
    Checked checked = check(reception, lines);
    List<LineOutcome> outcomes = new ArrayList<>(lines.size());
    for (ArrivedLine line : lines) {
      TakenInquiry refusal = refusal(reception, (Readable) line, checked);
      outcomes.add(
          refusal == null
              ? new LineOutcome.Rehearsed()
              : new LineOutcome.Refused(Objects.requireNonNull(refusal.error())));
    }
    return outcomes;
  }

  /**
   * What is known of the records of a request.
   *
   * @param known inquiries that stand for their record; those of this request join them
   * @param first the first line of each record that nothing stands for
   * @param decisions what the checks say of the first lines
   */
  private record Checked(
      Map<RecordIdentificationNumber, Known> known,
      SequencedMap<RecordIdentificationNumber, Readable> first,
      Map<RecordIdentificationNumber, InquiryDecision> decisions) {}

  private Checked check(Reception reception, List<ArrivedLine> lines) {
    Map<RecordIdentificationNumber, Known> known = rows.known(records(lines));
    SequencedMap<RecordIdentificationNumber, Readable> first = new LinkedHashMap<>();
    for (ArrivedLine line : lines) {
      if (line instanceof Readable readable
          && !known.containsKey(readable.inquiry().recordNumber())) {
        first.putIfAbsent(readable.inquiry().recordNumber(), readable);
      }
    }
    List<AskedInquiry> asked = first.values().stream().map(Readable::inquiry).toList();
    List<InquiryDecision> decided = checks.check(reception.institution(), asked, reception.at());
    Map<RecordIdentificationNumber, InquiryDecision> decisions = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      decisions.put(asked.get(i).recordNumber(), decided.get(i));
    }
    return new Checked(known, first, decisions);
  }

  /** Keeps what may leave, with its way out; hands back what another request did not take first. */
  private List<TakenInquiry> keepAccepted(Reception reception, Checked checked) {
    List<TakenInquiry> lawful = new ArrayList<>();
    checked
        .first()
        .forEach(
            (record, line) -> {
              if (checked.decisions().get(record) instanceof Lawful decision) {
                lawful.add(TakenInquiry.accepted(line, numbers.nextProcessingNumber(), decision));
              }
            });
    Set<ProcessingNumber> in = rows.insert(reception, lawful);
    List<TakenInquiry> accepted =
        lawful.stream().filter(taken -> in.contains(taken.number())).toList();
    remember(reception, lawful, in, checked);
    outbox.putAll(accepted.stream().map(taken -> reference(reception, taken)).toList());
    return accepted;
  }

  /** From now on each of them stands for its record; of the others, whatever was quicker. */
  private void remember(
      Reception reception, List<TakenInquiry> lawful, Set<ProcessingNumber> in, Checked checked) {
    List<RecordIdentificationNumber> others = new ArrayList<>();
    for (TakenInquiry taken : lawful) {
      AskedInquiry inquiry = ((Readable) taken.line()).inquiry();
      if (in.contains(taken.number())) {
        checked
            .known()
            .put(
                inquiry.recordNumber(),
                new Known(reception.number(), taken.number(), inquiry.digest()));
      } else {
        others.add(inquiry.recordNumber());
      }
    }
    checked.known().putAll(rows.known(others));
  }

  /** A reference alone: the message itself is made, and signed, when it is sent. */
  private static OutgoingMessage reference(Reception reception, TakenInquiry taken) {
    String number = taken.number().value();
    return new OutgoingMessage(
        reception.institution(),
        OutgoingQueue.INQUIRY,
        NetworkInquiry.TYPE_ID,
        taken.number(),
        "inquiry:" + reception.institution() + ":" + number,
        number.getBytes(StandardCharsets.US_ASCII),
        null);
  }

  /**
   * The refusal of a line; null when an inquiry of this request or an earlier one stands for it.
   */
  private @Nullable TakenInquiry refusal(Reception reception, Readable line, Checked checked) {
    RecordIdentificationNumber record = line.inquiry().recordNumber();
    Known known = checked.known().get(record);
    if (known != null) {
      boolean ownLine =
          known.reception().equals(reception.number())
              && Objects.requireNonNull(checked.first().get(record)).number() == line.number();
      boolean repeatable =
          reception.kind() == InquiryRequests.Kind.MESSAGE && isSame(known.digest(), line);
      return ownLine || repeatable ? null : duplicate(line);
    }
    Readable first = Objects.requireNonNull(checked.first().get(record));
    if (line.number() != first.number() && !isSame(first.inquiry().digest(), line)) {
      return duplicate(line);
    }
    return switch (Objects.requireNonNull(checked.decisions().get(record))) {
      case Lawful lawful -> null;
      case Refused refused -> TakenInquiry.refused(line, numbers.nextProcessingNumber(), refused);
    };
  }

  private static boolean isSame(byte[] digest, Readable line) {
    return MessageDigest.isEqual(digest, line.inquiry().digest());
  }

  private TakenInquiry duplicate(Readable line) {
    return TakenInquiry.refused(
        line,
        numbers.nextProcessingNumber(),
        new Refused(ErrorCode.SKI_DUPLICATE_RECORD, null, null));
  }

  private static LineOutcome accepted(AskedInquiry inquiry, Checked checked) {
    Known known = Objects.requireNonNull(checked.known().get(inquiry.recordNumber()));
    return new LineOutcome.Accepted(known.reception(), known.number());
  }

  private static List<RecordIdentificationNumber> records(List<ArrivedLine> lines) {
    List<RecordIdentificationNumber> records = new ArrayList<>(lines.size());
    for (ArrivedLine line : lines) {
      if (line instanceof Readable readable) {
        records.add(readable.inquiry().recordNumber());
      }
    }
    return records;
  }
}
