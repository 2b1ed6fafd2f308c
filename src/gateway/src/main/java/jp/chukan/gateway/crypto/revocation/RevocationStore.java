package jp.chukan.gateway.crypto.revocation;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.contract.crypto.Certificates;
import jp.chukan.contract.crypto.RevocationEvidence;
import jp.chukan.contract.crypto.VerifiedRevocationList;
import jp.chukan.contract.crypto.VerifiedStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was fetched, in the database: for other nodes, and for a start without the authorities. */
@Component
class RevocationStore {
  private static final int HEXADECIMAL = 16;

  private final JdbcClient jdbc;

  RevocationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A row.
   *
   * @param authority key id of the authority's certificate
   * @param serial of the certificate that it is about, null for a list
   * @param content as it was signed; nothing has proved it yet
   */
  record Stored(String authority, @Nullable BigInteger serial, byte[] content, Instant fetchedAt) {}

  void save(X509Certificate authority, RevocationEvidence evidence, Instant fetchedAt) {
    jdbc.sql(
            """
            insert into revocation_evidence as held
                   (authority, serial, made_at, next_at, fetched_at, content)
            values (:authority, :serial, :madeAt, :nextAt, :fetchedAt, :content)
            on conflict (authority, serial) do update
               set made_at = excluded.made_at, next_at = excluded.next_at,
                   fetched_at = excluded.fetched_at, content = excluded.content
             where held.made_at < excluded.made_at
            """)
        .param("authority", Certificates.keyIdOf(authority))
        .param(
            "serial",
            switch (evidence) {
              case VerifiedRevocationList list -> "";
              case VerifiedStatus status -> status.serial().toString(HEXADECIMAL);
            })
        .param("madeAt", evidence.madeAt().atOffset(ZoneOffset.UTC))
        .param("nextAt", evidence.nextAt().atOffset(ZoneOffset.UTC))
        .param("fetchedAt", fetchedAt.atOffset(ZoneOffset.UTC))
        .param("content", evidence.encoded())
        .update();
  }

  /** What has been stored from this instant on. */
  List<Stored> since(Instant fetchedAt) {
    return jdbc.sql(
            """
            select authority, serial, content, fetched_at
              from revocation_evidence
             where fetched_at >= :since
             order by fetched_at
            """)
        .param("since", fetchedAt.atOffset(ZoneOffset.UTC))
        .query(
            (row, index) -> {
              String serial = row.getString("serial");
              return new Stored(
                  row.getString("authority"),
                  serial.isEmpty() ? null : new BigInteger(serial, HEXADECIMAL),
                  row.getBytes("content"),
                  row.getObject("fetched_at", OffsetDateTime.class).toInstant());
            })
        .list();
  }

  /** Removes what counts no more. */
  int removeEndedBefore(Instant end) {
    return jdbc.sql("delete from revocation_evidence where next_at < :end")
        .param("end", end.atOffset(ZoneOffset.UTC))
        .update();
  }
}
