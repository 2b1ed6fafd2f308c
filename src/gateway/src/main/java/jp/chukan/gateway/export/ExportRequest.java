package jp.chukan.gateway.export;

/**
 * What somebody wants to take out.
 *
 * @param sheet what
 * @param criteria which rows of it
 * @param function name of the page or action, as in the 「操作ログ」
 * @param purpose why (JN-37)
 */
public record ExportRequest<C extends Record>(
    ExportSheet<C> sheet, C criteria, String function, String purpose) {

  /** Never shows the criteria, which may name a person, nor the purpose, which is free text. */
  @Override
  public String toString() {
    return "ExportRequest[" + function + "]";
  }
}
