package jp.chukan.gateway.provision;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which requests have been taken up: each once, however often and however simultaneously it comes.
 */
@Component
final class ReceivedRequests {
  private final JdbcClient jdbc;

  ReceivedRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a request is to this institution. */
  enum Arrival {
    FIRST,
    /** Decided before, or at this moment in another transaction. */
    REPEATED,
    /** The 「処理通番」 belongs to a request with other content. */
    CONFLICTING
  }

  /**
   * Takes the request up in the open transaction. While another transaction takes up the same
   * number, this waits: for the end of that one, or to go on in its place if it fails.
   */
  Arrival takeUp(InstitutionCode institution, VerifiedProvisionRequest request, Instant at) {
    int inserted =
        jdbc.sql(
                """
                insert into provision_request (institution_code, processing_number, digest,
                                               received_at)
                values (:institution, :number, :digest, :at)
                on conflict do nothing
                """)
            .param("institution", institution.value())
            .param("number", request.processingNumber().value())
            .param("digest", request.digest())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (inserted == 1) {
      return Arrival.FIRST;
    }
    byte[] first =
        jdbc.sql(
                """
                select digest from provision_request
                 where institution_code = :institution and processing_number = :number
                """)
            .param("institution", institution.value())
            .param("number", request.processingNumber().value())
            .query(byte[].class)
            .single();
    return MessageDigest.isEqual(first, request.digest()) ? Arrival.REPEATED : Arrival.CONFLICTING;
  }

  /**
   * Notes a delivery that is no request of this institution, so that the broker bringing it again
   * makes no second record.
   *
   * @return false when it was noted before
   */
  boolean noteRefused(InstitutionCode institution, byte[] signed, Instant at) {
    return jdbc.sql(
                """
                insert into refused_delivery (institution_code, digest, received_at)
                values (:institution, :digest, :at)
                on conflict do nothing
                """)
            .param("institution", institution.value())
            .param("digest", Sha256.of(signed))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
