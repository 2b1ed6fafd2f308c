package jp.chukan.gateway.provision;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.ProvisionReceipt;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the network's receipt of an answer, and that the answer was sent (JN-02, MS-78). A receipt
 * that proves nothing is thrown, so that the answer goes out again; the network takes it once.
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_SIGNATURE}, {@link ErrorCode#SCM_CERTIFICATE}, {@link
 *       ErrorCode#SCM_ALGORITHM} the network did not sign it as it is (JN-27)
 *   <li>any {@code SYM} code: signed, but not a receipt
 *   <li>{@link ErrorCode#TKY_RECEIPT_MISMATCH} about another exchange or another answer
 * </ul>
 */
@Component("keepReceipt")
public final class KeepReceipt {
  private final InstitutionTransactions transactions;
  private final DocumentVerifier verifier;
  private final CommunicationLog communications;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final InstitutionCode network;

  KeepReceipt(
      InstitutionTransactions transactions,
      DocumentVerifier verifier,
      CommunicationLog communications,
      JdbcClient jdbc,
      InstantSource clock,
      @Value("${chukan.network.institution}") String network) {
    this.transactions = transactions;
    this.verifier = verifier;
    this.communications = communications;
    this.jdbc = jdbc;
    this.clock = clock;
    this.network = new InstitutionCode(network);
  }

  /**
   * Keeps the receipt; the same once more changes nothing.
   *
   * @param institution who answered
   * @param number the exchange
   * @param answer the signed answer as it was sent
   * @param signedReceipt CMS SignedData (DER) over a {@link ProvisionReceipt}
   * @throws InvalidInputException with one of the codes above
   */
  public void keep(
      InstitutionCode institution, ProcessingNumber number, byte[] answer, byte[] signedReceipt) {
    byte[] digest = Sha256.of(answer);
    ProvisionReceipt.Body receipt =
        XmlMessages.read(
                ProvisionReceipt.class,
                verifier.verify(new RawSignedDocument(signedReceipt), network).content())
            .body();
    if (!receipt.processingNumber().equals(number)
        || !MessageDigest.isEqual(receipt.answerDigest(), digest)) {
      throw InvalidInputException.of(ErrorCode.TKY_RECEIPT_MISMATCH);
    }
    transactions.run(institution, () -> store(institution, number, digest, signedReceipt));
  }

  private void store(
      InstitutionCode institution, ProcessingNumber number, byte[] digest, byte[] signedReceipt) {
    Instant now = clock.instant();
    int inserted =
        jdbc.sql(
                """
                insert into provision_receipt (institution_code, processing_number, answer_digest,
                                               receipt, received_at)
                values (:institution, :number, :digest, :receipt, :now)
                on conflict do nothing
                """)
            .param("institution", institution.value())
            .param("number", number.value())
            .param("digest", digest)
            .param("receipt", signedReceipt)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    if (inserted == 1) {
      communications.append(
          new Communication(
              institution,
              Direction.SENT,
              network,
              ProvisionAnswer.TYPE_ID,
              number.value(),
              null,
              now));
    }
  }
}
