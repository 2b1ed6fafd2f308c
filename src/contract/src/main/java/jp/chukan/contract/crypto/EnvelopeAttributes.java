package jp.chukan.contract.crypto;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;

/**
 * The binding as a signed attribute of the provider's SignedData. There, and not among the
 * authenticated attributes of the AuthEnvelopedData, for two reasons: the provider vouches for it
 * together with the content, so that an inquirer cannot seal a signed answer anew for somebody
 * else; and OpenSSL before the summer of 2026 reads no AuthEnvelopedData with authenticated
 * attributes ({@code docs/decisions/0003-cms-envelope.md}).
 *
 * <pre>{@code
 * EnvelopeBinding ::= SEQUENCE {
 *   version           INTEGER (1),
 *   processingNumber  UTF8String,
 *   permitId          UTF8String,
 *   inquirer          UTF8String,
 *   keyId             UTF8String,
 *   profileId         UTF8String,
 *   expiresAt         GeneralizedTime }
 * }</pre>
 */
final class EnvelopeAttributes {
  /**
   * The arc of this project: made of a random UUID (ITU-T X.667), so that nobody has to assign it.
   */
  static final ASN1ObjectIdentifier ARC =
      new ASN1ObjectIdentifier("2.25.215295140766003749098392707374414848217");

  static final ASN1ObjectIdentifier BINDING = ARC.branch("1").branch("1");

  private static final int VERSION = 1;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private EnvelopeAttributes() {}

  static Attribute of(EnvelopeBinding binding) {
    var fields = new ASN1EncodableVector();
    fields.add(new ASN1Integer(VERSION));
    fields.add(new DERUTF8String(binding.processingNumber().value()));
    fields.add(new DERUTF8String(binding.permitId().value()));
    fields.add(new DERUTF8String(binding.inquirer().value()));
    fields.add(new DERUTF8String(binding.keyId()));
    fields.add(new DERUTF8String(binding.profileId()));
    fields.add(new ASN1GeneralizedTime(TIME.format(binding.expiresAt())));
    return new Attribute(BINDING, new DERSet(new DERSequence(fields)));
  }

  /**
   * Reads the binding, which must be there exactly once.
   *
   * @throws RefusedCryptoException when it is not
   */
  static EnvelopeBinding read(AttributeTable attributes) throws RefusedCryptoException {
    if (attributes.getAll(BINDING).size() != 1) {
      throw new RefusedCryptoException("not exactly one binding");
    }
    ASN1Encodable[] values = attributes.get(BINDING).getAttributeValues();
    if (values.length != 1) {
      throw new RefusedCryptoException("not exactly one value of the binding");
    }
    ASN1Sequence fields = ASN1Sequence.getInstance(values[0]);
    if (fields.size() != 7 || !ASN1Integer.getInstance(fields.getObjectAt(0)).hasValue(VERSION)) {
      throw new RefusedCryptoException("binding of another version");
    }
    return new EnvelopeBinding(
        new ProcessingNumber(text(fields, 1)),
        new PermitId(text(fields, 2)),
        new InstitutionCode(text(fields, 3)),
        text(fields, 4),
        text(fields, 5),
        Instant.from(
            TIME.parse(ASN1GeneralizedTime.getInstance(fields.getObjectAt(6)).getTimeString())));
  }

  private static String text(ASN1Sequence fields, int index) {
    return ASN1UTF8String.getInstance(fields.getObjectAt(index)).getString();
  }
}
