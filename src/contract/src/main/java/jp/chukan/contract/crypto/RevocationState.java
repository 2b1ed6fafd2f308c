package jp.chukan.contract.crypto;

import java.time.Instant;

/** Whether an authority has revoked a certificate, as far as this side knows. */
public sealed interface RevocationState {

  /** The authority says that it has not, or is known to revoke nothing. */
  record Good() implements RevocationState {}

  /**
   * It has.
   *
   * @param since from when on the certificate is not to be trusted
   */
  record Revoked(Instant since) implements RevocationState {}

  /** Nothing is at hand that is recent enough to tell. */
  record Unreachable() implements RevocationState {}

  /** Nobody has said where this authority tells what it revokes, nor that it does not. */
  record WithoutSource() implements RevocationState {}
}
