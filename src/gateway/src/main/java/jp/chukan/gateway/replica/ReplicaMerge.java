package jp.chukan.gateway.replica;

import java.time.Instant;
import java.time.ZoneOffset;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Brings staged records into effect, in the order of the attachment and never against what is newer
 * (MS-56). What breaks a rule of the whole is marked as refused and leaves the rest alone.
 */
@Component
class ReplicaMerge {
  private final JdbcOperations jdbc;
  private final ArrivalOrder order;

  ReplicaMerge(JdbcOperations jdbc, ArrivalOrder order) {
    this.jdbc = jdbc;
    this.order = order;
  }

  /** Marks every staged record that may not be registered. */
  void checkRegistration(InstitutionCode institution) {
    waitForTurn(institution);
    refuseKnownNumbers(institution);
    refuseMissingParents(institution);
    order.checkRegistration(institution);
  }

  /** Marks every staged record that may not delete. */
  void checkDeletion(InstitutionCode institution) {
    waitForTurn(institution);
    jdbc.update(
        """
        update pg_temp.replica_staging set refusal = null, refused_element = null where unfit
        """);
    refuseKnownNumbers(institution);
    order.checkDeletion(institution);
  }

  /**
   * One registration of an institution after the other from here on: between the look at what is
   * stored and the change nobody else's newer record may slip in.
   */
  private void waitForTurn(InstitutionCode institution) {
    jdbc.query(
        "select pg_advisory_xact_lock(hashtextextended('replica:' || ?, 0))",
        row -> {},
        institution.value());
  }

  /** Of several records with one number the first counts, unless it took effect earlier. */
  private void refuseKnownNumbers(InstitutionCode institution) {
    jdbc.update(
        """
        update pg_temp.replica_staging staged
           set refusal = ?, refused_element = 'RecordIdentificationNumber'
          from (select position,
                       row_number() over (partition by record_number order by position) as nth
                  from pg_temp.replica_staging
                 where refusal is null) numbered
         where numbered.position = staged.position
           and numbered.nth > 1
        """,
        ErrorCode.DBM_DUPLICATE_RECORD.name());
    jdbc.update(
        """
        update pg_temp.replica_staging staged
           set refusal = ?, refused_element = 'RecordIdentificationNumber'
          from replica_record_number known
         where known.institution_code = ?
           and known.record_number = staged.record_number
           and staged.refusal is null
        """,
        ErrorCode.DBM_DUPLICATE_RECORD.name(),
        institution.value());
  }

  /** A record that hangs on a refused one is refused as well, hence until nothing changes. */
  private void refuseMissingParents(InstitutionCode institution) {
    int refused;
    do {
      refused =
          jdbc.update(
              """
              update pg_temp.replica_staging child
                 set refusal = ?, refused_element = 'ParentDataSetRecordKey'
               where refusal is null
                 and parent_record_key is not null
                 and not exists (
                       select 1 from replica parent
                        where parent.institution_code = ?
                          and parent.addressee_number = child.addressee_number
                          and parent.information_code = child.information_code
                          and parent.record_key = child.parent_record_key
                          and (parent.data_set_item, parent.record_key)
                              <> (child.data_set_item, child.record_key))
                 and not exists (
                       select 1 from pg_temp.replica_staging parent
                        where parent.addressee_number = child.addressee_number
                          and parent.information_code = child.information_code
                          and parent.record_key = child.parent_record_key
                          and (parent.data_set_item, parent.record_key)
                              <> (child.data_set_item, child.record_key)
                          and parent.position < child.position
                          and parent.refusal is null)
              """,
              ErrorCode.DBM_PARENT_RECORD.name(),
              institution.value());
    } while (refused > 0);
  }

  /**
   * Stores what is not refused. Of several records of one 「副本」 the last counts; a flag that no
   * record speaks of stays as it was, so that an update without it cannot lift a hold.
   *
   * @param source message or proposal that brings them
   */
  void register(InstitutionCode institution, ReceptionNumber source, Instant now) {
    jdbc.update(
        """
        insert into replica as stored (
               institution_code, addressee_number, information_code, data_set_item, record_key,
               parent_record_key, edition, published_from, published_to, region_code,
               response_mode, non_disclosure_code, updated_at, record_number, registered_at,
               reception_number, content)
        select distinct on (addressee_number, information_code, data_set_item, record_key)
               ?, addressee_number, information_code, data_set_item, record_key,
               parent_record_key, edition, published_from, published_to, region_code,
               first_value(response_mode)
                 over (same_replica order by response_mode is null, position desc),
               first_value(non_disclosure_code)
                 over (same_replica order by non_disclosure_code is null, position desc),
               max(updated_at) over same_replica, record_number, ?, ?, content
          from pg_temp.replica_staging
         where refusal is null
        window same_replica as (
                 partition by addressee_number, information_code, data_set_item, record_key)
         order by addressee_number, information_code, data_set_item, record_key, position desc
        on conflict (institution_code, addressee_number, information_code, data_set_item,
                     record_key)
        do update set parent_record_key   = excluded.parent_record_key,
                      edition             = excluded.edition,
                      published_from      = excluded.published_from,
                      published_to        = excluded.published_to,
                      region_code         = excluded.region_code,
                      response_mode       = coalesce(excluded.response_mode, stored.response_mode),
                      non_disclosure_code = coalesce(excluded.non_disclosure_code,
                                                     stored.non_disclosure_code),
                      updated_at          = greatest(excluded.updated_at, stored.updated_at),
                      record_number       = excluded.record_number,
                      registered_at       = excluded.registered_at,
                      reception_number    = excluded.reception_number,
                      content             = excluded.content
        """,
        institution.value(),
        now.atOffset(ZoneOffset.UTC),
        source.value());
    keepNumbers(institution, now);
  }

  /** Removes what is not refused. */
  void delete(InstitutionCode institution, Instant now) {
    jdbc.update(
        """
        delete from replica stored
         using pg_temp.replica_staging staged
         where staged.refusal is null
           and stored.institution_code = ?
           and stored.addressee_number = staged.addressee_number
           and stored.information_code = staged.information_code
           and stored.data_set_item = staged.data_set_item
           and stored.record_key = staged.record_key
        """,
        institution.value());
    keepNumbers(institution, now);
  }

  private void keepNumbers(InstitutionCode institution, Instant now) {
    jdbc.update(
        """
        insert into replica_record_number (institution_code, record_number, registered_at)
        select ?, record_number, ? from pg_temp.replica_staging where refusal is null
        """,
        institution.value(),
        now.atOffset(ZoneOffset.UTC));
  }
}
