package jp.chukan.gateway.reconciliation;

/** In which form the register's file comes, and the 「副本」 leave. */
public enum RegisterForm {
  /** One row for each record, with a header of names and codes. */
  CSV,
  /** The attachment of a registration, {@code SPIRegistrationDeleteList} of DBM 20113. */
  XML
}
