package jp.chukan.gateway.crypto;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import jp.chukan.contract.document.TrustList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the 「信頼リスト」 in the database, as they were signed. */
@Component
class TrustListStore {
  private final JdbcClient jdbc;

  TrustListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A version.
   *
   * @param digest SHA-256 of its content, lowercase hexadecimal
   * @param document CMS; nothing has proved it yet
   */
  record Stored(int version, Instant receivedAt, String digest, byte[] document) {}

  /** Holds off every other reception until the open transaction ends. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('trust_list'))")
        .query(
            row -> {
              // only waited for
            });
  }

  void insert(TrustList list, byte[] digest, byte[] document, Instant receivedAt) {
    jdbc.sql(
            """
            insert into trust_list (version, published_at, next_at, received_at, digest, document)
            values (:version, :publishedAt, :nextAt, :receivedAt, :digest, :document)
            """)
        .param("version", list.version())
        .param("publishedAt", list.publishedAt().atOffset(ZoneOffset.UTC))
        .param("nextAt", list.nextAt().atOffset(ZoneOffset.UTC))
        .param("receivedAt", receivedAt.atOffset(ZoneOffset.UTC))
        .param("digest", digest)
        .param("document", document)
        .update();
  }

  /** The highest version; 0 while there is none. */
  int newestVersion() {
    return jdbc.sql("select coalesce(max(version), 0) from trust_list")
        .query(Integer.class)
        .single();
  }

  /** The highest version, or empty while there is none. */
  Optional<Stored> newest() {
    return jdbc.sql(
            """
            select version, received_at, digest, document
              from trust_list
             order by version desc
             limit 1
            """)
        .query(
            (row, index) ->
                new Stored(
                    row.getInt("version"),
                    row.getObject("received_at", OffsetDateTime.class).toInstant(),
                    HexFormat.of().formatHex(row.getBytes("digest")),
                    row.getBytes("document")))
        .optional();
  }
}
