package jp.chukan.contract.crypto;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs documents for one institution: CMS SignedData (RFC 5652) with its content, ECDSA P-256 with
 * SHA-256, signed attributes and the signer's certificate. Safe for use by many threads.
 */
public final class DocumentSigner {
  private final SigningKey key;
  private final InstantSource clock;
  private final JcaCertStore certificates;

  public DocumentSigner(SigningKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
    try {
      this.certificates = new JcaCertStore(List.of(key.certificate()));
    } catch (CertificateEncodingException unencodable) {
      throw new IllegalArgumentException("the certificate cannot be encoded", unencodable);
    }
  }

  /** The institution that the documents are signed for. */
  public InstitutionCode institution() {
    return key.institution();
  }

  /** The content inside a SignedData, ready for {@link RawSignedDocument}. */
  public byte[] sign(byte[] content) {
    return sign(content, List.of());
  }

  /** The same, with attributes that the signature covers. */
  byte[] sign(byte[] content, List<Attribute> attributes) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(signer(attributes));
      generator.addCertificates(certificates);
      return generator
          .generate(new CMSProcessableByteArray(content), true)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DL);
    } catch (CMSException | IOException failure) {
      throw new IllegalStateException("the key for signing does not work", failure);
    }
  }

  private SignerInfoGenerator signer(List<Attribute> attributes) {
    try {
      return new JcaSignerInfoGeneratorBuilder(CryptoProviders.digests())
          .setSignedAttributeGenerator(
              new DefaultSignedAttributeTableGenerator(withSigningTime(attributes)))
          .build(
              new JcaContentSignerBuilder("SHA256withECDSA")
                  .setProvider(key.provider())
                  .build(key.privateKey()),
              key.certificate());
    } catch (OperatorCreationException | CertificateEncodingException failure) {
      throw new IllegalStateException("the key for signing does not work", failure);
    }
  }

  private AttributeTable withSigningTime(List<Attribute> others) {
    Time now = new Time(Date.from(clock.instant()));
    var attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(now)));
    others.forEach(attributes::add);
    return new AttributeTable(attributes);
  }
}
