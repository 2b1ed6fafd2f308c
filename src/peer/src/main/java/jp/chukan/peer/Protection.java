package jp.chukan.peer;

import com.helger.base.state.ETriState;
import com.helger.phase4.CAS4;
import com.helger.phase4.crypto.AS4CryptParams;
import com.helger.phase4.crypto.ECryptoAlgorithmCrypt;
import com.helger.phase4.crypto.ECryptoAlgorithmSign;
import com.helger.phase4.crypto.ECryptoAlgorithmSignDigest;
import com.helger.phase4.crypto.ECryptoKeyAgreementMethod;
import com.helger.phase4.crypto.ECryptoKeyDerivationMethod;
import com.helger.phase4.crypto.ECryptoKeyIdentifierType;
import com.helger.phase4.crypto.ECryptoKeyWrapAlgorithm;
import com.helger.phase4.crypto.ICryptoSessionKeyProvider;
import com.helger.phase4.model.EMEP;
import com.helger.phase4.model.EMEPBinding;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.PModeParty;
import com.helger.phase4.model.pmode.PModeReceptionAwareness;
import com.helger.phase4.model.pmode.leg.EPModeSendReceiptReplyPattern;
import com.helger.phase4.model.pmode.leg.PModeLeg;
import com.helger.phase4.model.pmode.leg.PModeLegBusinessInformation;
import com.helger.phase4.model.pmode.leg.PModeLegErrorHandling;
import com.helger.phase4.model.pmode.leg.PModeLegProtocol;
import com.helger.phase4.model.pmode.leg.PModeLegSecurity;
import com.helger.phase4.wss.EWSSVersion;

/**
 * How messages are protected: as the alternative elliptic-curve profile of eDelivery AS4 2.0, which
 * phase4 has since 4.4.0, but with AES-256 where that profile has AES-128. So the peer does what
 * the server does for an inquirer with a key on P-256: ECDSA with SHA-256, ephemeral-static ECDH,
 * AES-256 key wrap, AES-256-GCM. What differs is the key derivation, HKDF here and X9.63 in CMS.
 * The way by RSA is not taken, since phase4 can do without.
 *
 * <p>The receiver answers each message with a signed receipt that repeats the digests of everything
 * that was signed (non-repudiation of receipt, AS4 section 5.1.8).
 */
final class Protection {
  static final String PROFILE = "chukan-peer";
  static final String SERVICE = "urn:chukan:peer";
  static final String ACTION = "provide";
  static final String AGREEMENT = "urn:chukan:peer:agreement";
  static final String WHY =
      "key agreement on P-256 as the elliptic-curve profile of eDelivery AS4 2.0 has it, for phase4"
          + " can do it since 4.4.0; AES-256 instead of that profile's AES-128, as the server has it";

  static final ECryptoAlgorithmSign SIGNATURE = ECryptoAlgorithmSign.ECDSA_SHA_256;
  static final ECryptoAlgorithmSignDigest DIGEST = ECryptoAlgorithmSignDigest.DIGEST_SHA_256;
  static final ECryptoAlgorithmCrypt CONTENT = ECryptoAlgorithmCrypt.AES_256_GCM;
  static final ECryptoKeyAgreementMethod AGREEMENT_METHOD = ECryptoKeyAgreementMethod.ECDH_ES;
  static final ECryptoKeyDerivationMethod DERIVATION = ECryptoKeyDerivationMethod.HKDF;
  static final ECryptoKeyWrapAlgorithm WRAP = ECryptoKeyWrapAlgorithm.AES_256;

  private static final int STRENGTH = 256;

  private Protection() {}

  /** What P-Modes say nothing about. */
  static void applyTo(AS4CryptParams parameters) {
    parameters
        .setKeyAgreementMethod(AGREEMENT_METHOD)
        .setKeyDerivationMethod(DERIVATION)
        .setKeyWrapAlgorithm(WRAP)
        .setSessionKeyProvider(ICryptoSessionKeyProvider.INSTANCE_RANDOM_AES_256)
        // the receiver knows its own certificate: naming it is enough
        .setKeyIdentifierType(ECryptoKeyIdentifierType.SKI_KEY_IDENTIFIER);
  }

  /** One way, pushed, signed, encrypted, with a receipt in the response. */
  static PMode processingMode(String sender, String receiver) {
    PModeLeg leg =
        new PModeLeg(
            PModeLegProtocol.createForDefaultSoapVersion(null),
            PModeLegBusinessInformation.create(SERVICE, ACTION, null, CAS4.DEFAULT_MPC_ID),
            new PModeLegErrorHandling(
                null, null, ETriState.TRUE, ETriState.TRUE, ETriState.TRUE, ETriState.TRUE),
            null,
            security());
    return new PMode(
        sender + "-" + receiver,
        PModeParty.createSimple(sender, CAS4.DEFAULT_INITIATOR_URL),
        PModeParty.createSimple(receiver, CAS4.DEFAULT_RESPONDER_URL),
        AGREEMENT,
        EMEP.ONE_WAY,
        EMEPBinding.PUSH,
        leg,
        null,
        null,
        // sent once: a message that fails makes the whole run worthless anyway
        new PModeReceptionAwareness(ETriState.TRUE, ETriState.FALSE, 0, 0, ETriState.TRUE));
  }

  private static PModeLegSecurity security() {
    PModeLegSecurity security = new PModeLegSecurity();
    security.setWSSVersion(EWSSVersion.WSS_111);
    security.setX509SignatureAlgorithm(SIGNATURE);
    security.setX509SignatureHashFunction(DIGEST);
    security.setX509EncryptionAlgorithm(CONTENT);
    security.setX509EncryptionMinimumStrength(STRENGTH);
    security.setPModeAuthorize(false);
    security.setSendReceipt(true);
    security.setSendReceiptNonRepudiation(true);
    security.setSendReceiptReplyPattern(EPModeSendReceiptReplyPattern.RESPONSE);
    return security;
  }
}
