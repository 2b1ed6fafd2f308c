package jp.chukan.mocknetwork.disclosuresystem;

/** An institution did not answer a person's question. */
public final class UndisclosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason identifier of the catalogue, or what else happened; nothing about the person
   */
  UndisclosedException(String reason) {
    super(reason);
  }
}
