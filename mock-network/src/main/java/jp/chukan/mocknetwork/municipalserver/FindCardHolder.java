package jp.chukan.mocknetwork.municipalserver;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.chukan.mocknetwork.cardmanagement.CardStatuses;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.RecordCodeQuery;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByRecordCode;
import jp.chukan.mocknetwork.identityprovision.ProvideIdentity;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentities;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.person.SerialNumber;
import org.springframework.stereotype.Component;

/** Whose card this is: for 申請管理システム (I:38), and for 本人確認 at a counter (T:3612). */
@Component
public final class FindCardHolder {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String SERIAL_NUMBER = "serialNumber";

  private final CardStatuses statuses;
  private final IdentityFiles files;
  private final ProvideIdentity provide;
  private final InstantSource clock;

  FindCardHolder(
      CardStatuses statuses, IdentityFiles files, ProvideIdentity provide, InstantSource clock) {
    this.statuses = statuses;
    this.files = files;
    this.provide = provide;
    this.clock = clock;
  }

  /**
   * For 申請管理システム.
   *
   * @throws RefusedCallException UNKNOWN for a card that nobody has; LOCKED for one that is
   *     suspended, ended or over, or whose holder has gone
   */
  RecordCodeQuery.Reply find(CountrySystem owner, RecordCodeQuery query) {
    return new RecordCodeQuery.Reply(holder(owner, query.serialNumber()));
  }

  /**
   * 「カードによる本人確認」: the operator reads a card and sees whose it is.
   *
   * @param municipality five digits
   * @throws RefusedCallException as {@link #find} says; it is recorded
   */
  public ProvidedIdentities check(
      String municipality, SerialNumber serialNumber, Occasion occasion) {
    var owner = new CountrySystem(SystemKind.MUNICIPAL_SERVER, municipality);
    ResidentRecordCode holder =
        provide.required(
            owner,
            municipality,
            ProvisionKind.CARD_CHECK,
            occasion,
            () -> holder(owner, serialNumber));
    return provide.provide(
        owner, municipality, ProvisionKind.CARD_CHECK, occasion, new ByRecordCode(holder));
  }

  private ResidentRecordCode holder(CountrySystem owner, SerialNumber serialNumber) {
    CardStatus status =
        statuses
            .current(owner, serialNumber)
            .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, SERIAL_NUMBER));
    boolean over = status.expiresOn().isBefore(LocalDate.ofInstant(clock.instant(), JAPAN));
    boolean gone =
        files
            .of(owner)
            .current(status.recordCode())
            .filter(one -> one.reason().isRemoval())
            .isPresent();
    if (status.state() != CardStatus.State.IN_USE || over || gone) {
      throw new RefusedCallException(Fault.LOCKED, SERIAL_NUMBER);
    }
    return status.recordCode();
  }
}
