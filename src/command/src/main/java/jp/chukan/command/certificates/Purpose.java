package jp.chukan.command.certificates;

import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a key may be used for, and nothing else. */
enum Purpose {
  TLS_SERVER("tls-server", KeyPurposeId.id_kp_serverAuth),
  TLS_CLIENT("tls-client", KeyPurposeId.id_kp_clientAuth),
  /** Of a system that others call, and that calls others. */
  TLS_SYSTEM("tls-system", KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth),
  SIGNING("signing"),
  ENCRYPTION("encryption"),
  TIME_STAMPING("time-stamping", KeyPurposeId.id_kp_timeStamping),
  OCSP_SIGNING("ocsp-signing", KeyPurposeId.id_kp_OCSPSigning);

  private final String label;
  private final List<KeyPurposeId> extendedUsages;

  Purpose(String label, KeyPurposeId... extendedUsages) {
    this.label = label;
    this.extendedUsages = List.of(extendedUsages);
  }

  String label() {
    return label;
  }

  /** None when the key usage says it all. */
  List<KeyPurposeId> extendedUsages() {
    return extendedUsages;
  }

  /** Whether others connect to it, by a name that the certificate must have. */
  boolean isServer() {
    return extendedUsages.contains(KeyPurposeId.id_kp_serverAuth);
  }

  /** Who may only stamp the time must say so in a critical extension (RFC 3161 section 2.3). */
  boolean isExtendedUsageCritical() {
    return this == TIME_STAMPING;
  }

  KeyUsage keyUsage(KeyAlgorithm algorithm) {
    return new KeyUsage(
        switch (this) {
          case TLS_SERVER, TLS_CLIENT, TLS_SYSTEM, TIME_STAMPING, OCSP_SIGNING ->
              KeyUsage.digitalSignature;
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
