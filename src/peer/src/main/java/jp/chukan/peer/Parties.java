package jp.chukan.peer;

import com.helger.phase4.crypto.IAS4CryptoFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/**
 * Who sends and who receives, with keys of the run: a 「情報提供者」 to an 「情報照会者」, as an answer of the
 * server goes. All keys are on P-256.
 *
 * @param keys folder of the run
 * @param senderSigning signs messages
 * @param receiverSigning signs receipts
 * @param receiverEncryption opens messages
 */
record Parties(
    RunKeys keys, PartyKey senderSigning, PartyKey receiverSigning, PartyKey receiverEncryption) {
  static final String SENDER = "0220104202101700";
  static final String RECEIVER = "0220011000101700";

  /** TLS of the receiver: the server certificate of a run that names this machine. */
  static final String TLS_SERVER = "network-server";

  /** TLS of the sender. */
  static final String TLS_CLIENT = "gateway-client";

  static Parties of(Path folder) throws IOException, GeneralSecurityException {
    RunKeys keys = RunKeys.read(folder);
    return new Parties(
        keys,
        keys.key("signing-" + SENDER),
        keys.key("signing-" + RECEIVER),
        keys.key("encryption-" + RECEIVER));
  }

  IAS4CryptoFactory senderCrypto() throws IOException, GeneralSecurityException {
    return senderSigning.crypto(keys.trust());
  }

  IAS4CryptoFactory receiverSigningCrypto() throws IOException, GeneralSecurityException {
    return receiverSigning.crypto(keys.trust());
  }

  IAS4CryptoFactory receiverDecryptionCrypto() throws IOException, GeneralSecurityException {
    return receiverEncryption.crypto(keys.trust());
  }

  /** Whether a message was signed by whom it must come from. */
  boolean isSender(X509Certificate signer) {
    return senderSigning.certificate().equals(signer);
  }

  /** Whether a receipt was signed by whom the message went to. */
  boolean isReceiver(X509Certificate signer) {
    return receiverSigning.certificate().equals(signer);
  }
}
