package jp.chukan.gateway.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.staff.ConsoleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Tells the staff of an institution by mail that cases wait for them: how many, and where the
 * console is; nothing that points at anybody (MU-11). Another mail comes only when a case waits
 * that none has told of as it stands, and not before the interval is over.
 *
 * <p>Nothing of a case depends on it: no transaction is open while the mail server is asked, and a
 * mail that it did not take is tried again.
 */
@Component("tellOfWaitingCases")
public final class TellOfWaitingCases {
  private static final Logger log = LoggerFactory.getLogger(TellOfWaitingCases.class);

  /** Longer than a mail may take; then another try, perhaps of another node. */
  static final Duration RETRY = Duration.ofMinutes(2);

  private static final String SUBJECT = "【中間サーバー】対応を待つ案件が%d件あります";
  private static final String TEXT =
      """
      %s

      承認待ちの案件があります。

      担当者の作成を待つ案件: %d件
      承認者の判断を待つ案件: %d件

      コンソールで確認してください。
      %s/console/approvals

      このメールは自動で送信しています。個人の情報は含みません。
      """;

  private final MailNoticeSettings settings;
  private final NoticeMail mail;
  private final ToldCases cases;
  private final ServedInstitutions institutions;
  private final ConsoleSettings console;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  TellOfWaitingCases(
      MailNoticeSettings settings,
      NoticeMail mail,
      ToldCases cases,
      ServedInstitutions institutions,
      ConsoleSettings console,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.settings = settings;
    this.mail = mail;
    this.cases = cases;
    this.institutions = institutions;
    this.console = console;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Tells, when there is something to tell and it is time.
   *
   * @return whether a mail went
   */
  public boolean tell(InstitutionCode institution, JobProgress progress) {
    List<String> to = settings.recipients(institution);
    if (to.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    Optional<WaitingCases> waiting =
        transactions.within(institution, () -> taken(institution, now));
    if (waiting.isEmpty()) {
      if (transactions.within(institution, () -> cases.failed(institution))) {
        progress.fault(ErrorCode.SYM_MAIL_NOT_TAKEN);
      }
      return false;
    }
    if (!isSent(institution, to, waiting.get(), now)) {
      progress.fault(ErrorCode.SYM_MAIL_NOT_TAKEN);
      return false;
    }
    transactions.run(
        institution,
        () -> cases.told(institution, waiting.get(), now, now.plus(settings.interval())));
    progress.done(1);
    return true;
  }

  /** What there is to tell, when the turn is this node's. */
  private Optional<WaitingCases> taken(InstitutionCode institution, Instant now) {
    return Optional.of(cases.waiting(now))
        .filter(waiting -> !waiting.untold().isEmpty())
        .filter(waiting -> cases.takeTurn(institution, now, now.plus(RETRY)));
  }

  private boolean isSent(
      InstitutionCode institution, List<String> to, WaitingCases waiting, Instant now) {
    int all = waiting.forOfficers() + waiting.forApprovers();
    try {
      mail.send(to, SUBJECT.formatted(all), text(institution, waiting), now);
      return true;
    } catch (MailException e) {
      // its text may quote addresses
      log.warn(
          "staff of {} could not be told of waiting cases: {}",
          institution,
          e.getClass().getSimpleName());
      return false;
    }
  }

  private String text(InstitutionCode institution, WaitingCases waiting) {
    return TEXT.formatted(
        institutions
            .find(institution)
            .map(ServedInstitutions.Institution::name)
            .orElse(institution.value()),
        waiting.forOfficers(),
        waiting.forApprovers(),
        console.origin());
  }
}
