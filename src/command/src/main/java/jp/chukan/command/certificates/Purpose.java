package jp.chukan.command.certificates;

import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/** What a key may be used for, and nothing else. */
enum Purpose {
  TLS_SERVER("tls-server", KeyPurposeId.id_kp_serverAuth),
  TLS_CLIENT("tls-client", KeyPurposeId.id_kp_clientAuth),
  SIGNING("signing", null),
  ENCRYPTION("encryption", null),
  TIME_STAMPING("time-stamping", KeyPurposeId.id_kp_timeStamping),
  OCSP_SIGNING("ocsp-signing", KeyPurposeId.id_kp_OCSPSigning);

  private final String label;
  private final @Nullable KeyPurposeId extendedUsage;

  Purpose(String label, @Nullable KeyPurposeId extendedUsage) {
    this.label = label;
    this.extendedUsage = extendedUsage;
  }

  String label() {
    return label;
  }

  @Nullable KeyPurposeId extendedUsage() {
    return extendedUsage;
  }

  /** Who may only stamp the time must say so in a critical extension (RFC 3161 section 2.3). */
  boolean isExtendedUsageCritical() {
    return this == TIME_STAMPING;
  }

  KeyUsage keyUsage(KeyAlgorithm algorithm) {
    return new KeyUsage(
        switch (this) {
          case TLS_SERVER, TLS_CLIENT, TIME_STAMPING, OCSP_SIGNING -> KeyUsage.digitalSignature;
          case SIGNING -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
          case ENCRYPTION ->
              algorithm == KeyAlgorithm.RSA_3072 ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement;
        });
  }

  static Purpose ofLabel(String label) {
    for (var purpose : values()) {
      if (purpose.label.equals(label)) {
        return purpose;
      }
    }
    throw new IllegalArgumentException("no such purpose: " + label);
  }
}
