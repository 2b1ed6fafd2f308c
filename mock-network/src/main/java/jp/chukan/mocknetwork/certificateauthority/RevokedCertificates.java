package jp.chukan.mocknetwork.certificateauthority;

import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.mocknetwork.connection.CertificateFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the authority has revoked; over a restart as well. */
@Component
public final class RevokedCertificates {
  private static final int HEXADECIMAL = 16;

  private final CertificateFiles files;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  RevokedCertificates(CertificateFiles files, JdbcClient jdbc, InstantSource clock) {
    this.files = files;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Revokes the certificate of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public void revoke(String name) {
    jdbc.sql(
            """
            insert into revoked_certificate (serial, name, revoked_at) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(
            files.certificate(name).getSerialNumber().toString(HEXADECIMAL),
            name,
            Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * As if it had never been revoked, which a real authority cannot do.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public void restore(String name) {
    jdbc.sql("delete from revoked_certificate where serial = ?")
        .param(files.certificate(name).getSerialNumber().toString(HEXADECIMAL))
        .update();
  }

  /** Names, in their order. */
  public List<String> names() {
    return jdbc.sql("select name from revoked_certificate order by name")
        .query(String.class)
        .list();
  }

  Map<BigInteger, Instant> serials() {
    Map<BigInteger, Instant> serials = new HashMap<>();
    jdbc.sql("select serial, revoked_at from revoked_certificate")
        .query(
            row -> {
              serials.put(
                  new BigInteger(row.getString("serial"), HEXADECIMAL),
                  row.getTimestamp("revoked_at").toInstant());
            });
    return serials;
  }
}
