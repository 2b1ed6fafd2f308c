package jp.chukan.contract.attachment;

/** Names of the attachment that are above one record. */
final class RegistrationAttachment {
  static final String ROOT = "SPIRegistrationDeleteList";
  static final String SEGMENT = "SegmentOfRegistrationDelete";
  static final String RECORD = "InformationOfSPIRegistrationDelete";

  private RegistrationAttachment() {}
}
