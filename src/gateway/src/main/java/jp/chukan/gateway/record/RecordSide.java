package jp.chukan.gateway.record;

/** On which side of an exchange the institution stood. */
public enum RecordSide {
  INQUIRER,
  PROVIDER
}
