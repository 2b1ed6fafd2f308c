package jp.chukan.contract.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * The signing half of a time-stamp authority (RFC 3161), for the mock network and for tests: ECDSA
 * P-256 with SHA-256, the certificate named by its SHA-256 (RFC 5816). A country has real ones.
 */
public final class TimeStampIssuer {
  /** The only rules that it follows: those of this project, which promise nothing. */
  public static final String POLICY = "2.25.215295140766003749098392707374414848217.2.1";

  private static final int ACCURACY_MILLIS = 500;

  private final SigningKey key;
  private final JcaCertStore certificates;

  /**
   * @throws IllegalArgumentException when the certificate is not one for time stamps alone
   */
  public TimeStampIssuer(SigningKey key) {
    this.key = key;
    try {
      this.certificates = new JcaCertStore(List.of(key.certificate()));
      generator(Instant.EPOCH);
    } catch (CertificateEncodingException
        | IllegalArgumentException
        | OperatorCreationException
        | TSPException unsuitable) {
      throw new IllegalArgumentException("unsuitable for time stamps", unsuitable);
    }
  }

  /**
   * The reply with a time stamp.
   *
   * @param serialNumber another one for each stamp
   * @throws UnacceptableTimeStampRequestException for a policy that it does not follow
   */
  public byte[] grant(TimeStampRequest request, BigInteger serialNumber, Instant time)
      throws UnacceptableTimeStampRequestException {
    if (request.policy() != null && !POLICY.equals(request.policy())) {
      throw new UnacceptableTimeStampRequestException(TimeStampRejection.UNACCEPTED_POLICY);
    }
    try {
      var token =
          generator(time)
              .generate(
                  new org.bouncycastle.tsp.TimeStampRequest(request.structure()),
                  serialNumber,
                  Date.from(time));
      return encoded(
          new TimeStampResp(
              new PKIStatusInfo(PKIStatus.granted), token.toCMSSignedData().toASN1Structure()));
    } catch (CertificateEncodingException | OperatorCreationException | TSPException failure) {
      throw new IllegalStateException("the key for time stamps does not work", failure);
    }
  }

  /** The reply without one. */
  public static byte[] reject(TimeStampRejection rejection) {
    return encoded(
        new TimeStampResp(
            new PKIStatusInfo(
                PKIStatus.rejection, new PKIFreeText(rejection.name()), rejection.failureInfo()),
            null));
  }

  private TimeStampTokenGenerator generator(Instant time)
      throws CertificateEncodingException, OperatorCreationException, TSPException {
    var generator =
        new TimeStampTokenGenerator(
            // No provider is set: the JDK picks the one that can use this key
            new JcaSignerInfoGeneratorBuilder(CryptoProviders.digests())
                .setSignedAttributeGenerator(
                    new DefaultSignedAttributeTableGenerator(signingTime(time)))
                .build(
                    new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(key.provider())
                        .build(key.privateKey()),
                    key.certificate()),
            CryptoProviders.digests().get(TimeStampRequest.SHA256),
            new ASN1ObjectIdentifier(POLICY),
            true);
    generator.addCertificates(certificates);
    generator.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
    generator.setAccuracyMillis(ACCURACY_MILLIS);
    generator.setTSA(
        new GeneralName(
            X500Name.getInstance(key.certificate().getSubjectX500Principal().getEncoded())));
    return generator;
  }

  /** Said anyway by the library, but then by a clock of its own. */
  private static AttributeTable signingTime(Instant time) {
    return new AttributeTable(
        new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
  }

  private static byte[] encoded(TimeStampResp reply) {
    try {
      return reply.getEncoded(ASN1Encoding.DL);
    } catch (IOException impossible) {
      throw new IllegalStateException("a reply cannot be encoded", impossible);
    }
  }
}
