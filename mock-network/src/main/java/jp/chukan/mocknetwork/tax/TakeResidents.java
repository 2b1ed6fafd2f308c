package jp.chukan.mocknetwork.tax;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.TaxInformation;
import jp.chukan.mocknetwork.replica.ReplicaUpdate;
import jp.chukan.mocknetwork.replica.ReplicaUpdates;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentnotice.ResidentCopies.Renewed;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「異動通知」 at the 税務システム: the copy of the resident is renewed, and 「地方税関係情報」 of whoever is new or has
 * changed is kept for the 宛名管理システム, which registers it as 副本 (MS-60, MU-25). It goes there when the
 * hub and the server are there.
 */
@Component("takeResidentsOfTax")
final class TakeResidents {
  /** 235 items each: a message stays well below what a door takes. */
  private static final int PER_MESSAGE = 200;

  private final TaxResidents residents;
  private final KeptMessages messages;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  TakeResidents(
      TaxResidents residents,
      KeptMessages messages,
      TransactionOperations transaction,
      InstantSource clock) {
    this.residents = residents;
    this.messages = messages;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Takes notices of one municipality, all or none.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException NUMBER_OF_ANOTHER when a position
   *     belongs to somebody else
   */
  ResidentNotices.Taken take(Institution municipality, ResidentNotices notices) {
    return Objects.requireNonNull(
        transaction.execute(status -> takeInTransaction(municipality, notices)));
  }

  private ResidentNotices.Taken takeInTransaction(
      Institution municipality, ResidentNotices notices) {
    String place = municipality.localGovernment();
    List<Renewed> renewed = residents.at(place).take(place, notices.residents());
    Instant now = clock.instant();
    List<ReplicaUpdate> updates =
        renewed.stream()
            .filter(TakeResidents::concernsTheReplica)
            .map(one -> update(municipality.code(), one.now(), now))
            .toList();
    for (int first = 0; first < updates.size(); first += PER_MESSAGE) {
      messages.keep(
          new CountrySystem(SystemKind.TAX, place),
          new CountrySystem(SystemKind.ADDRESSEE_HUB, place),
          ReplicaUpdates.MESSAGE,
          new ReplicaUpdates(
              updates.subList(first, Math.min(updates.size(), first + PER_MESSAGE))));
    }
    return new ResidentNotices.Taken(renewed.size());
  }

  /**
   * Who is head of which household is nothing to the taxes; and after a 帰化 the same person goes on
   * under another position.
   */
  private static boolean concernsTheReplica(Renewed renewed) {
    ResidentNotice now = renewed.now();
    boolean goesOnElsewhere =
        now.removal().filter(removal -> removal.reason() == RemovalReason.NATURALISED).isPresent();
    boolean unchanged =
        renewed
            .before()
            .filter(
                before ->
                    before.person().equals(now.person())
                        && before.nationality().equals(now.nationality())
                        && before.underSupport() == now.underSupport()
                        && before.removal().equals(now.removal()))
            .isPresent();
    return !goesOnElsewhere && !unchanged;
  }

  private static ReplicaUpdate update(
      InstitutionCode municipality, ResidentNotice resident, Instant at) {
    return ReplicaUpdate.of(
        BusinessSystem.TAX.ofResident(resident.position()),
        resident.individualNumber(),
        resident.person(),
        TaxInformation.of(municipality, resident.individualNumber()),
        resident.underSupport(),
        at);
  }
}
