package jp.chukan.mocknetwork.coresystem;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;

/** Where codes of institutions go that this application plays itself. */
public interface LinkageCodeRecipient {
  void receive(InstitutionCode institution, ProcessingNumber number, LinkageCode code);
}
