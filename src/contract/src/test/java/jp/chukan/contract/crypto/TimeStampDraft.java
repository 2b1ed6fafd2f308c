package jp.chukan.contract.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SimpleAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.CollectionStore;
import org.jspecify.annotations.Nullable;

/** A token as no library makes it: each part of the test's own choice, signed all the same. */
final class TimeStampDraft {
  private final List<Issued> signers = new ArrayList<>();
  private final List<byte[]> enclosed = new ArrayList<>();
  private byte[] digest;
  private ASN1ObjectIdentifier digestAlgorithm = NISTObjectIdentifiers.id_sha256;
  private ASN1ObjectIdentifier contentType = PKCSObjectIdentifiers.id_ct_TSTInfo;
  private String algorithm = "SHA256withECDSA";
  private String time;
  private final Time signedAt;
  private byte[] namedCertificate;
  private ASN1ObjectIdentifier namingDigest = NISTObjectIdentifiers.id_sha256;
  private boolean namedBySha1;
  private boolean named = true;
  private boolean withUnsigned;
  private @Nullable GeneralName authority;
  private @Nullable Extensions extensions;
  private byte[] afterContent = new byte[0];

  TimeStampDraft(byte[] document, Issued authority, Instant time) {
    this.digest = TimeStampRequest.digestOf(document);
    this.time = new ASN1GeneralizedTime(Date.from(time)).getTimeString();
    this.signedAt = new Time(Date.from(time));
    this.namedCertificate = authority.der();
    signers.add(authority);
    enclosed.add(authority.der());
  }

  TimeStampDraft alsoSignedBy(Issued another) {
    signers.add(another);
    enclosed.add(another.der());
    return this;
  }

  TimeStampDraft signedByNobody() {
    signers.clear();
    return this;
  }

  TimeStampDraft withoutCertificate() {
    enclosed.clear();
    return this;
  }

  TimeStampDraft algorithm(String name) {
    algorithm = name;
    return this;
  }

  TimeStampDraft contentType(ASN1ObjectIdentifier type) {
    contentType = type;
    return this;
  }

  TimeStampDraft imprint(ASN1ObjectIdentifier type, byte[] value) {
    digestAlgorithm = type;
    digest = value;
    return this;
  }

  TimeStampDraft time(String generalized) {
    time = generalized;
    return this;
  }

  /** The certificate that is signed is this one. */
  TimeStampDraft naming(byte[] certificate) {
    namedCertificate = certificate;
    return this;
  }

  TimeStampDraft namingBy(ASN1ObjectIdentifier type) {
    namingDigest = type;
    return this;
  }

  TimeStampDraft namingBySha1Only() {
    namedBySha1 = true;
    return this;
  }

  TimeStampDraft namingNothing() {
    named = false;
    return this;
  }

  TimeStampDraft withUnsignedAttribute() {
    withUnsigned = true;
    return this;
  }

  TimeStampDraft authority(GeneralName name) {
    authority = name;
    return this;
  }

  TimeStampDraft extension(boolean critical) {
    extensions =
        new Extensions(
            new Extension(new ASN1ObjectIdentifier("2.25.1"), critical, new byte[] {5, 0}));
    return this;
  }

  TimeStampDraft afterContent(byte... bytes) {
    afterContent = bytes;
    return this;
  }

  RawTimeStamp token() {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      for (Issued signer : signers) {
        var builder =
            new JcaSignerInfoGeneratorBuilder(CryptoProviders.digests())
                .setSignedAttributeGenerator(signedAttributes());
        if (withUnsigned) {
          builder.setUnsignedAttributeGenerator(
              new SimpleAttributeTableGenerator(
                  new AttributeTable(
                      new Attribute(
                          new ASN1ObjectIdentifier("2.25.2"),
                          new DERSet(new DEROctetString(new byte[1]))))));
        }
        generator.addSignerInfoGenerator(
            builder.build(
                new JcaContentSignerBuilder(algorithm)
                    .setProvider(CryptoProviders.envelope())
                    .build(signer.privateKey()),
                new X509CertificateHolder(signer.der())));
      }
      var certificates = new ArrayList<X509CertificateHolder>();
      for (byte[] der : enclosed) {
        certificates.add(new X509CertificateHolder(der));
      }
      generator.addCertificates(new CollectionStore<>(certificates));
      return new RawTimeStamp(
          generator
              .generate(new CMSProcessableByteArray(contentType, content()), true)
              .toASN1Structure()
              .getEncoded(ASN1Encoding.DL));
    } catch (IOException
        | CMSException
        | OperatorCreationException
        | GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private byte[] content() throws IOException {
    TSTInfo sound =
        new TSTInfo(
            new ASN1ObjectIdentifier(TimeStampIssuer.POLICY),
            new MessageImprint(new AlgorithmIdentifier(digestAlgorithm), digest),
            new ASN1Integer(BigInteger.TEN),
            new ASN1GeneralizedTime(time),
            null,
            ASN1Boolean.FALSE,
            null,
            authority,
            extensions);
    // in DER the library would put the time in order
    byte[] info =
        new DLSequence(((ASN1Sequence) sound.toASN1Primitive()).toArray())
            .getEncoded(ASN1Encoding.DL);
    byte[] whole = new byte[info.length + afterContent.length];
    System.arraycopy(info, 0, whole, 0, info.length);
    System.arraycopy(afterContent, 0, whole, info.length, afterContent.length);
    return whole;
  }

  private CMSAttributeTableGenerator signedAttributes() throws GeneralSecurityException {
    var attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(signedAt)));
    if (named && namedBySha1) {
      attributes.add(
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificate,
              new DERSet(
                  new SigningCertificate(
                      new ESSCertID(
                          MessageDigest.getInstance("SHA-1").digest(namedCertificate))))));
    } else if (named) {
      attributes.add(
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new DERSet(
                  new SigningCertificateV2(
                      new ESSCertIDv2(
                          new AlgorithmIdentifier(namingDigest),
                          MessageDigest.getInstance(namingDigest.getId())
                              .digest(namedCertificate))))));
    }
    return new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
  }
}
