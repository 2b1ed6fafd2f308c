package jp.chukan.contract.message;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;

/** What the body of every {@link DisclosureRequest} says, whatever is asked for. */
public interface DisclosureQuestion {

  /** 「処理通番」 of this request, used once. */
  ProcessingNumber processingNumber();

  /** The institution that is asked. */
  InstitutionCode institution();

  /** 「符号」 of the person at that institution. */
  LinkageCode linkageCode();

  /** When it was asked; an old request is refused. */
  Instant requestedAt();

  /** X.509 certificate (DER) of the key to which the answer is encrypted. */
  byte[] askerCertificate();
}
