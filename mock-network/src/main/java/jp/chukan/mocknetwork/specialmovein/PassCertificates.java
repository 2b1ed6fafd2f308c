package jp.chukan.mocknetwork.specialmovein;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/**
 * 転出証明書情報 on its way up, and down again, at 市町村CS and 都道府県サーバ: they keep nothing of it, but who
 * asked for whose.
 */
@Component
public final class PassCertificates {
  private final Systems systems;
  private final KeptMessages messages;
  private final ProvisionRecords records;

  PassCertificates(Systems systems, KeptMessages messages, ProvisionRecords records) {
    this.systems = systems;
    this.messages = messages;
    this.records = records;
  }

  /**
   * Lets a system pass certificates on.
   *
   * @param source the kind of system below
   */
  public void open(CountrySystem owner, SystemKind source, CountrySystem above) {
    systems
        .doorOf(owner)
        .takes(
            DepartureCertificate.MESSAGE,
            source,
            DepartureCertificate.class,
            (from, certificate) -> deposit(owner, from, above, certificate))
        .takes(
            DepartureQuery.MESSAGE,
            source,
            DepartureQuery.class,
            (from, query) -> fetch(owner, from, above, query));
  }

  private DepartureCertificate.Deposited deposit(
      CountrySystem owner,
      CountrySystem from,
      CountrySystem above,
      DepartureCertificate certificate) {
    if (!certificate.from().startsWith(from.place())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "from");
    }
    messages.keep(owner, above, DepartureCertificate.MESSAGE, certificate);
    return new DepartureCertificate.Deposited();
  }

  private DepartureCertificate fetch(
      CountrySystem owner, CountrySystem from, CountrySystem above, DepartureQuery query) {
    query.requireFrom(from);
    try {
      DepartureCertificate certificate =
          systems.send(owner, above, DepartureQuery.MESSAGE, query, DepartureCertificate.class);
      records.provided(
          owner,
          query.requester(),
          ProvisionKind.SPECIAL_MOVE_IN,
          query.occasion(),
          List.of(query.recordCode()));
      return certificate;
    } catch (RefusedCallException refused) {
      records.refused(
          owner,
          query.requester(),
          ProvisionKind.SPECIAL_MOVE_IN,
          query.occasion(),
          Optional.of(query.recordCode()),
          refused.fault());
      throw refused;
    }
  }
}
