package jp.chukan.gateway.linkagecode;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest.Acquisition;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse.Result;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.SenderCheck;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.linkagecode.AcquisitionOutcome.Accepted;
import jp.chukan.gateway.linkagecode.AcquisitionOutcome.Refused;
import jp.chukan.gateway.permission.ListDecision;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a 「符号取得要求」 of the 宛名 system and gives a 「処理通番」 for each person (MS-32, MS-34). The same
 * person gets the same number however often it is asked for, before and after the 「符号」 has arrived
 * (MS-37).
 *
 * <p>Refused as a whole:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_FOREIGN_INSTITUTION} sent by a system that is not the institution's
 *   <li>{@link ErrorCode#SYM_DESTINATION} meant for another system
 *   <li>{@link ErrorCode#SYM_MISSING_ELEMENT}, {@link ErrorCode#SYM_TOO_LARGE} no record, or more
 *       than 1,000
 *   <li>{@link ErrorCode#SYM_NOT_READY} no 「照会許可照合リスト」 yet: nothing is known to be lawful (MS-02)
 * </ul>
 *
 * <p>Refused record by record, while the others go on:
 *
 * <ul>
 *   <li>{@link ErrorCode#FGU_AFFAIR_NOT_ALLOWED} the affair is not one of 別表第二 (MS-35)
 *   <li>{@link ErrorCode#FGU_DUPLICATE_RECORD} the 「レコード識別番号」 stands for another record
 * </ul>
 */
@Component
final class AcquireLinkageCodes {
  private static final int MOST_RECORDS = 1_000;

  private final SenderCheck sender;
  private final PermissionMatchingLists lists;
  private final AcquisitionStore acquisitions;
  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final SerialNumbers numbers;
  private final InstantSource clock;

  AcquireLinkageCodes(
      SenderCheck sender,
      PermissionMatchingLists lists,
      AcquisitionStore acquisitions,
      InstitutionTransactions transactions,
      CommunicationLog communications,
      SerialNumbers numbers,
      InstantSource clock) {
    this.sender = sender;
    this.lists = lists;
    this.acquisitions = acquisitions;
    this.transactions = transactions;
    this.communications = communications;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * @param institution whose certificate the request came with
   */
  LinkageCodeAcquisitionResponse acquire(
      InstitutionCode institution, LinkageCodeAcquisitionRequest request) {
    check(institution, request);
    ReceptionNumber reception = numbers.nextReceptionNumber();
    List<AcquisitionOutcome> outcomes =
        transactions.within(
            institution,
            () -> {
              List<AcquisitionOutcome> decided = decide(institution, request.body());
              record(institution, reception, decided);
              return decided;
            });
    return answer(request, reception, outcomes);
  }

  private void check(InstitutionCode institution, LinkageCodeAcquisitionRequest request) {
    sender.require(institution, request.header(), LinkageCodeAcquisitionRequest.TYPE_ID);
    int records = request.body().acquisitions().size();
    if (records == 0) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, "Acquisition");
    }
    if (records > MOST_RECORDS) {
      throw InvalidInputException.at(ErrorCode.SYM_TOO_LARGE, "Acquisition");
    }
  }

  /** One outcome for each record, in the order of the request. */
  private List<AcquisitionOutcome> decide(
      InstitutionCode institution, LinkageCodeAcquisitionRequest.Body request) {
    Instant now = clock.instant();
    Map<AffairCode, ListDecision> affairs = checkAffairs(request, now);
    List<Acquisition> lawful =
        request.acquisitions().stream()
            .filter(a -> affairs.get(a.affair()) instanceof ListDecision.Permitted)
            .toList();
    Map<RecordIdentificationNumber, Acquisition> kept =
        acquisitions.keep(institution, request, lawful, now);
    Map<UnifiedAddresseeNumber, ProcessingNumber> given =
        acquisitions.number(
            institution,
            lawful.stream()
                .filter(a -> a.equals(kept.get(a.recordNumber())))
                .map(Acquisition::addressee)
                .toList(),
            now);
    List<AcquisitionOutcome> outcomes = new ArrayList<>();
    for (Acquisition acquisition : request.acquisitions()) {
      ProcessingNumber number = given.get(acquisition.addressee());
      if (!(affairs.get(acquisition.affair()) instanceof ListDecision.Permitted)) {
        outcomes.add(refused(ErrorCode.FGU_AFFAIR_NOT_ALLOWED, "AffairCode"));
      } else if (number == null || !acquisition.equals(kept.get(acquisition.recordNumber()))) {
        outcomes.add(refused(ErrorCode.FGU_DUPLICATE_RECORD, "RecordIdentificationNumber"));
      } else {
        outcomes.add(new Accepted(number));
      }
    }
    return outcomes;
  }

  private Map<AffairCode, ListDecision> checkAffairs(
      LinkageCodeAcquisitionRequest.Body request, Instant now) {
    LocalDate today = JapanDay.of(now);
    Map<AffairCode, ListDecision> decisions = new HashMap<>();
    for (Acquisition acquisition : request.acquisitions()) {
      ListDecision decision =
          decisions.computeIfAbsent(
              acquisition.affair(), affair -> lists.checkAffair(affair, today));
      if (decision instanceof ListDecision.NoList) {
        throw InvalidInputException.of(ErrorCode.SYM_NOT_READY);
      }
    }
    return decisions;
  }

  private static AcquisitionOutcome refused(ErrorCode code, String element) {
    return new Refused(Refusal.at(code, element));
  }

  private void record(
      InstitutionCode institution, ReceptionNumber reception, List<AcquisitionOutcome> outcomes) {
    List<Communication> rows = new ArrayList<>();
    rows.add(received(institution, reception.value(), null));
    for (AcquisitionOutcome outcome : outcomes) {
      rows.add(
          switch (outcome) {
            case Accepted accepted -> received(institution, accepted.number().value(), null);
            case Refused refused ->
                received(institution, reception.value(), refused.refusal().code());
          });
    }
    communications.append(rows);
  }

  private Communication received(
      InstitutionCode institution, String number, @Nullable ErrorCode error) {
    return new Communication(
        institution,
        Direction.RECEIVED,
        institution,
        LinkageCodeAcquisitionRequest.TYPE_ID,
        number,
        error,
        clock.instant());
  }

  private LinkageCodeAcquisitionResponse answer(
      LinkageCodeAcquisitionRequest request,
      ReceptionNumber reception,
      List<AcquisitionOutcome> outcomes) {
    List<Acquisition> records = request.body().acquisitions();
    boolean allAccepted = outcomes.stream().allMatch(Accepted.class::isInstance);
    return new LinkageCodeAcquisitionResponse(
        request
            .header()
            .answer(
                numbers.nextMessageId(),
                LinkageCodeAcquisitionResponse.TYPE_ID,
                reception,
                allAccepted ? MessageHeader.ACCEPTED : MessageHeader.PARTLY_REFUSED),
        new LinkageCodeAcquisitionResponse.Body(
            IntStream.range(0, records.size())
                .mapToObj(i -> result(records.get(i).recordNumber(), outcomes.get(i)))
                .toList()));
  }

  private static Result result(RecordIdentificationNumber record, AcquisitionOutcome outcome) {
    return switch (outcome) {
      case Accepted accepted -> new Result(record, accepted.number(), null, null, null);
      case Refused(Refusal refusal) ->
          new Result(
              record, null, refusal.code().id(), refusal.element(), refusal.code().message());
    };
  }
}
