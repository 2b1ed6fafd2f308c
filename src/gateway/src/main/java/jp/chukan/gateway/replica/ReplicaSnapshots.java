package jp.chukan.gateway.replica;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.crypto.InstitutionCipher;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.RowCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whole rows of 「副本」 in the open transaction of their institution. */
@Component
class ReplicaSnapshots {
  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;

  ReplicaSnapshots(JdbcClient jdbc, PersonalDataCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** A row whose content is still encrypted: a result is read to its end before the next query. */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  private record Row(ReplicaSnapshot withoutItems, byte[] content) {}

  /** Everything of the person, in a fixed order. */
  List<ReplicaSnapshot> find(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information) {
    return jdbc
        .sql(
            """
            select * from replica
             where institution_code = :institution
               and addressee_number = :addressee
               and information_code = :information
             order by data_set_item, record_key
            """)
        .param("institution", institution.value())
        .param("addressee", addressee.value())
        .param("information", information.value())
        .query((row, index) -> row(row))
        .list()
        .stream()
        .map(row -> opened(cipher.of(institution), row))
        .toList();
  }

  /** As {@link ReplicaExtract#inOrder}. */
  Stream<ReplicaSnapshot> inOrder(
      RowCursor cursor, InstitutionCode institution, SpecificPersonalInformationCode information) {
    InstitutionCipher opener = cipher.of(institution);
    return cursor
        .sql(
            """
            select * from replica
             where institution_code = :institution and information_code = :information
             order by addressee_number, data_set_item, record_key
            """)
        .param("institution", institution.value())
        .param("information", information.value())
        .query((row, index) -> opened(opener, row(row)))
        .stream();
  }

  Optional<ReplicaSnapshot> find(InstitutionCode institution, ReplicaKey key) {
    return find(institution, key.addressee(), key.information()).stream()
        .filter(one -> one.key().equals(key))
        .findFirst();
  }

  /** Whether something apart from the records holds answers about the person back (MS-05). */
  boolean isHeld(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information) {
    return jdbc.sql(
            """
            select exists (select 1 from response_mode_setting
                            where institution_code = :institution
                              and addressee_number = :addressee
                              and information_code in (:information, '*')
                              and response_mode = 'APPROVAL_REQUIRED')
            """)
        .param("institution", institution.value())
        .param("addressee", addressee.value())
        .param("information", information.value())
        .query(Boolean.class)
        .single();
  }

  private static Row row(ResultSet row) throws SQLException {
    String mode = row.getString("response_mode");
    String nonDisclosure = row.getString("non_disclosure_code");
    String source = row.getString("reception_number");
    return new Row(
        new ReplicaSnapshot(
            new ReplicaKey(
                new UnifiedAddresseeNumber(row.getString("addressee_number")),
                new SpecificPersonalInformationCode(row.getString("information_code")),
                new ItemCode(row.getString("data_set_item")),
                row.getString("record_key")),
            new LayoutEdition(row.getString("edition")),
            row.getString("parent_record_key"),
            row.getObject("published_from", LocalDate.class),
            row.getObject("published_to", LocalDate.class),
            row.getString("region_code"),
            mode == null ? null : ResponseMode.valueOf(mode),
            nonDisclosure == null ? null : new NonDisclosureCode(nonDisclosure),
            Map.of(),
            instant(row.getObject("updated_at", OffsetDateTime.class)),
            new RecordIdentificationNumber(row.getString("record_number")),
            source == null ? null : new ReceptionNumber(source),
            row.getObject("registered_at", OffsetDateTime.class).toInstant()),
        row.getBytes("content"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static ReplicaSnapshot opened(InstitutionCipher cipher, Row row) {
    ReplicaSnapshot one = row.withoutItems();
    return new ReplicaSnapshot(
        one.key(),
        one.edition(),
        one.parentRecordKey(),
        one.publishedFrom(),
        one.publishedTo(),
        one.regionCode(),
        one.responseMode(),
        one.nonDisclosure(),
        ReplicaContent.read(cipher.decrypt(row.content(), one.key().place())),
        one.updatedAt(),
        one.recordNumber(),
        one.source(),
        one.registeredAt());
  }
}
