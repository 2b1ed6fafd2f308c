package jp.chukan.mocknetwork.certificateserver;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every request for a certificate, issued or refused (JN-11, JN-12, JN-37): what was issued is not
 * kept, the card only as a keyed digest.
 */
@Component
final class CertificateRequests {
  private final JdbcClient jdbc;
  private final Vault vault;

  CertificateRequests(JdbcClient jdbc, MockNetworkSettings settings, SecureRandom random) {
    this.jdbc = jdbc;
    this.vault = Vault.of(settings.secretFile("certificate-server-key"), random);
  }

  /**
   * A request as it is kept.
   *
   * @param fault why nothing was issued; empty when something was
   * @param issueNumber 交付番号, empty when nothing was issued
   * @param mark 改ざん検知符号 on the certificate, empty when nothing was issued
   */
  record Kept(
      String requestNumber,
      Optional<Fault> fault,
      Optional<Integer> issueNumber,
      Optional<String> mark) {}

  /** The vault of the server, under whose key marks are made. */
  Vault vault() {
    return vault;
  }

  boolean hasIssued(String place, String requestNumber) {
    return jdbc.sql(
                """
                select count(*) from certificate_request
                 where place = ? and request_number = ? and fault is null
                """)
            .params(place, requestNumber)
            .query(Integer.class)
            .single()
        > 0;
  }

  int nextIssueNumber(String place) {
    return jdbc.sql(
            "select coalesce(max(issue_number), 0) + 1 from certificate_request where place = ?")
        .param(place)
        .query(Integer.class)
        .single();
  }

  void refused(String place, CertificateRequest request, Fault fault) {
    keep(place, request, fault, null, null);
  }

  void issued(String place, CertificateRequest request, int issueNumber, String mark) {
    keep(place, request, null, issueNumber, mark);
  }

  private void keep(
      String place,
      CertificateRequest request,
      @Nullable Fault fault,
      @Nullable Integer issueNumber,
      @Nullable String mark) {
    jdbc.sql(
            """
            insert into certificate_request
              (place, request_number, card_index, at, fault, issue_number, fee, mark)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            place,
            request.requestNumber(),
            vault.digest(request.serialNumber().value().getBytes(StandardCharsets.US_ASCII)),
            Timestamp.from(request.at()),
            fault == null ? null : fault.name(),
            issueNumber,
            fault == null ? request.acceptedFee() : null,
            mark)
        .update();
  }

  /** The requests of a municipality, oldest first. */
  List<Kept> of(String place) {
    return jdbc.sql("select * from certificate_request where place = ? order by number")
        .param(place)
        .query(
            (row, n) ->
                new Kept(
                    row.getString("request_number"),
                    Optional.ofNullable(row.getString("fault")).map(Fault::valueOf),
                    Optional.ofNullable(row.getObject("issue_number", Integer.class)),
                    Optional.ofNullable(row.getString("mark"))))
        .list();
  }
}
