package jp.chukan.gateway.crypto;

/** What a certificate is for. */
public enum CertificateUse {
  /** 「電子署名」 of an institution. */
  SIGNING,
  /** Opens what is encrypted to an institution. */
  DECRYPTION,
  /** What this server shows to who connects to it. */
  TLS_SERVER,
  /** What this server shows where it connects to. */
  TLS_CLIENT,
  /** Issues the certificates that are trusted here. */
  AUTHORITY,
  /** A registered client that has connected. */
  CLIENT
}
