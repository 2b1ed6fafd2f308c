package jp.chukan.contract.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What a time-stamp authority is asked (RFC 3161 section 2.4.1): a time stamp over the SHA-256 of a
 * document. The authority learns nothing else of it.
 */
public final class TimeStampRequest {
  /** Content type of a request (RFC 3161 section 3.4). */
  public static final String MEDIA_TYPE = "application/timestamp-query";

  /** Content type of what comes back. */
  public static final String REPLY_MEDIA_TYPE = "application/timestamp-reply";

  static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

  private static final int VERSION = 1;
  private static final int DIGEST_BYTES = 32;
  private static final int NONCE_BITS = 64;

  private final byte[] digest;
  private final @Nullable BigInteger nonce;
  private final @Nullable String policy;
  private final boolean certificateWanted;

  private TimeStampRequest(
      byte[] digest,
      @Nullable BigInteger nonce,
      @Nullable String policy,
      boolean certificateWanted) {
    this.digest = digest;
    this.nonce = nonce;
    this.policy = policy;
    this.certificateWanted = certificateWanted;
  }

  /** Asks for a stamp of this document, under any policy, with the authority's certificate. */
  public static TimeStampRequest over(byte[] document, SecureRandom random) {
    return new TimeStampRequest(digestOf(document), new BigInteger(NONCE_BITS, random), null, true);
  }

  /**
   * The same under rules of the authority's.
   *
   * @param oid object identifier in dots
   * @throws IllegalArgumentException for anything else
   */
  public TimeStampRequest underPolicy(String oid) {
    return new TimeStampRequest(
        digest, nonce, new ASN1ObjectIdentifier(oid).getId(), certificateWanted);
  }

  /** The same for another document: what an authority answers that mistakes what it stamps. */
  public TimeStampRequest insteadOver(byte[] document) {
    return new TimeStampRequest(digestOf(document), nonce, policy, certificateWanted);
  }

  /** The same from somebody else: what an authority answers that mixes up who asks. */
  public TimeStampRequest insteadWithNonce(@Nullable BigInteger other) {
    return new TimeStampRequest(digest, other, policy, certificateWanted);
  }

  /**
   * Reads a request as an authority that knows SHA-256 and no extension.
   *
   * @throws UnacceptableTimeStampRequestException with the reason for the rejection
   */
  public static TimeStampRequest read(byte[] bytes) throws UnacceptableTimeStampRequestException {
    try {
      // fromByteArray refuses bytes after the end
      TimeStampReq request = TimeStampReq.getInstance(ASN1Primitive.fromByteArray(bytes));
      if (request == null) {
        throw new UnacceptableTimeStampRequestException(TimeStampRejection.BAD_DATA_FORMAT);
      }
      return accepted(request);
    } catch (IOException | RuntimeException unreadable) {
      // BouncyCastle reports bad structure by many unchecked types
      throw new UnacceptableTimeStampRequestException(TimeStampRejection.BAD_DATA_FORMAT);
    }
  }

  private static TimeStampRequest accepted(TimeStampReq request)
      throws UnacceptableTimeStampRequestException {
    if (!request.getVersion().hasValue(VERSION)) {
      throw new UnacceptableTimeStampRequestException(TimeStampRejection.BAD_REQUEST);
    }
    MessageImprint imprint = request.getMessageImprint();
    if (!isSha256(imprint.getHashAlgorithm())) {
      throw new UnacceptableTimeStampRequestException(TimeStampRejection.BAD_ALGORITHM);
    }
    if (imprint.getHashedMessageLength() != DIGEST_BYTES) {
      throw new UnacceptableTimeStampRequestException(TimeStampRejection.BAD_DATA_FORMAT);
    }
    if (request.getExtensions() != null) {
      throw new UnacceptableTimeStampRequestException(TimeStampRejection.UNACCEPTED_EXTENSION);
    }
    ASN1Integer nonce = request.getNonce();
    ASN1ObjectIdentifier policy = request.getReqPolicy();
    ASN1Boolean certificate = request.getCertReq();
    return new TimeStampRequest(
        imprint.getHashedMessage(),
        nonce == null ? null : nonce.getValue(),
        policy == null ? null : policy.getId(),
        certificate != null && certificate.isTrue());
  }

  /** The request as it is sent, in DER. */
  public byte[] encoded() {
    try {
      return structure().getEncoded(ASN1Encoding.DER);
    } catch (IOException impossible) {
      throw new IllegalStateException("a request cannot be encoded", impossible);
    }
  }

  TimeStampReq structure() {
    return new TimeStampReq(
        new MessageImprint(SHA256, digest),
        policy == null ? null : new ASN1ObjectIdentifier(policy),
        nonce == null ? null : new ASN1Integer(nonce),
        ASN1Boolean.getInstance(certificateWanted),
        null);
  }

  /** SHA-256 of the document; a copy. */
  public byte[] digest() {
    return digest.clone();
  }

  /** What ties the answer to this request. */
  public @Nullable BigInteger nonce() {
    return nonce;
  }

  /** Object identifier of the rules that are asked for, in dots; null for any. */
  public @Nullable String policy() {
    return policy;
  }

  static byte[] digestOf(byte[] document) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(document);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  /** An absent NULL means the same (RFC 5754 section 2). */
  static boolean isSha256(AlgorithmIdentifier algorithm) {
    return NISTObjectIdentifiers.id_sha256.equals(algorithm.getAlgorithm())
        && TimeStampAlgorithms.isWithoutParameters(algorithm);
  }

  @Override
  public String toString() {
    return "TimeStampRequest[policy=" + policy + "]";
  }
}
