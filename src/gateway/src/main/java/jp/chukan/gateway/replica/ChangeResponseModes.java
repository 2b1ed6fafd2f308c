package jp.chukan.gateway.replica;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ResponseModeChange;
import jp.chukan.contract.message.ResponseModeChange.Change;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SenderCheck;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets or lifts 「自動応答不可」 and 「不開示」 on persons (MS-05). All changes of a message take effect, or
 * none: a hold that is only partly set protects nobody.
 *
 * <p>Refuses: a header of another institution or receiver; no change or more than 1,000; a flag
 * that is neither {@code 0} nor {@code 1}; a 「特定個人情報」 that is not kept here; a 「レコード識別番号」 that was
 * used before; a 「電文メッセージID」 that now stands on other content.
 */
@Component("changeResponseModes")
final class ChangeResponseModes {
  private static final int MOST_CHANGES = 1_000;

  /** Stands for every 「特定個人情報」 of the person. */
  private static final String ALL = "*";

  private final SenderCheck headers;
  private final StandardLayouts layouts;
  private final TakenMessages messages;
  private final JdbcClient jdbc;
  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final SerialNumbers numbers;
  private final InstantSource clock;

  ChangeResponseModes(
      SenderCheck headers,
      StandardLayouts layouts,
      TakenMessages messages,
      JdbcClient jdbc,
      InstitutionTransactions transactions,
      CommunicationLog communications,
      SerialNumbers numbers,
      InstantSource clock) {
    this.headers = headers;
    this.layouts = layouts;
    this.messages = messages;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.communications = communications;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * @param institution whom the certificate proves
   * @param message {@code IF_DBM_20213_R01} as sent
   */
  Acknowledgement change(InstitutionCode institution, byte[] message) {
    ResponseModeChange change = XmlMessages.read(ResponseModeChange.class, message);
    headers.require(institution, change.header(), ResponseModeChange.TYPE_ID);
    check(change.body().changes());
    byte[] hash = Sha256.of(message);
    return transactions.within(institution, () -> take(institution, change, hash));
  }

  private void check(List<Change> changes) {
    if (changes.isEmpty()) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, "Change");
    }
    if (changes.size() > MOST_CHANGES) {
      throw InvalidInputException.at(ErrorCode.SYM_TOO_LARGE, "Change");
    }
    Set<RecordIdentificationNumber> seen = new HashSet<>();
    for (Change change : changes) {
      modeOf(change);
      if (change.information() != null && !layouts.holds(change.information())) {
        throw refused(change, ErrorCode.DBM_UNKNOWN_INFORMATION, "SpecificPersonalInformationCode");
      }
      if (!seen.add(change.recordNumber())) {
        throw refused(change, ErrorCode.DBM_DUPLICATE_RECORD, "RecordIdentificationNumber");
      }
    }
  }

  private Acknowledgement take(
      InstitutionCode institution, ResponseModeChange change, byte[] hash) {
    Instant now = clock.instant();
    ReceptionNumber number = numbers.nextReceptionNumber();
    keepCommunication(institution, number, now);
    boolean production = change.header().mode() == ExecutionMode.PRODUCTION;
    TakenMessages.Sender sender =
        new TakenMessages.Sender(
            institution, change.header(), change.body().department(), change.body().user());
    Optional<TakenMessages.Taken> earlier =
        production ? messages.claim(sender, number, now) : Optional.empty();
    if (earlier.isPresent()) {
      earlier.get().requireSame(hash);
      return XmlMessages.read(Acknowledgement.class, earlier.get().result());
    }
    Acknowledgement answer =
        new Acknowledgement(
            change
                .header()
                .answer(
                    numbers.nextMessageId(),
                    Acknowledgement.TYPE_ID,
                    number,
                    MessageHeader.ACCEPTED),
            new Acknowledgement.Body(null, null, null, null));
    if (production) {
      change.body().changes().forEach(one -> apply(institution, change.body(), one, now));
      messages.finish(sender, hash, XmlMessages.write(answer));
    }
    return answer;
  }

  private void apply(
      InstitutionCode institution, ResponseModeChange.Body body, Change change, Instant now) {
    int kept =
        jdbc.sql(
                """
                insert into response_mode_change (institution_code, record_number,
                       addressee_number, information_code, response_mode, non_disclosure_code,
                       department_code, user_id, changed_at)
                values (:institution, :record, :addressee, :information, :mode, :nonDisclosure,
                        :department, :user, :now)
                on conflict do nothing
                """)
            .param("institution", institution.value())
            .param("record", change.recordNumber().value())
            .param("addressee", change.addressee().value())
            .param("information", informationOf(change))
            .param("mode", modeOf(change).name())
            .param("nonDisclosure", nonDisclosureOf(change))
            .param("department", body.department().value())
            .param("user", body.user().value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    if (kept == 0) {
      throw refused(change, ErrorCode.DBM_DUPLICATE_RECORD, "RecordIdentificationNumber");
    }
    jdbc.sql(
            """
            insert into response_mode_setting as stored (institution_code, addressee_number,
                   information_code, response_mode, non_disclosure_code, changed_at)
            values (:institution, :addressee, :information, :mode, :nonDisclosure, :now)
            on conflict (institution_code, addressee_number, information_code)
            do update set response_mode       = excluded.response_mode,
                          non_disclosure_code = coalesce(excluded.non_disclosure_code,
                                                         stored.non_disclosure_code),
                          changed_at          = excluded.changed_at
            """)
        .param("institution", institution.value())
        .param("addressee", change.addressee().value())
        .param("information", informationOf(change))
        .param("mode", modeOf(change).name())
        .param("nonDisclosure", nonDisclosureOf(change))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void keepCommunication(InstitutionCode institution, ReceptionNumber number, Instant now) {
    communications.append(
        new Communication(
            institution,
            Direction.RECEIVED,
            institution,
            ResponseModeChange.TYPE_ID,
            number.value(),
            null,
            now));
  }

  private static ResponseMode modeOf(Change change) {
    return switch (change.autoResponseProhibited()) {
      case "1" -> ResponseMode.APPROVAL_REQUIRED;
      case "0" -> ResponseMode.AUTOMATIC;
      default -> throw refused(change, ErrorCode.SYM_CODE_FORM, "AutoResponseProhibited");
    };
  }

  private static String informationOf(Change change) {
    return change.information() == null ? ALL : change.information().value();
  }

  private static @Nullable String nonDisclosureOf(Change change) {
    return change.nonDisclosure() == null ? null : change.nonDisclosure().value();
  }

  private static InvalidInputException refused(Change change, ErrorCode code, String element) {
    return new InvalidInputException(
        Refusal.at(code, element).inRecord(change.recordNumber().value()));
  }
}
