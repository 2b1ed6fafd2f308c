package jp.chukan.gateway.export;

/**
 * One criterion, as people read it.
 *
 * @param label key of what it is
 * @param value what was asked for, or the key of it
 * @param isKey whether the value is a key
 */
public record ExportFact(String label, String value, boolean isKey) {

  /** A criterion in the words of the person. */
  public static ExportFact of(String label, String value) {
    return new ExportFact(label, value, false);
  }

  /** A criterion that was chosen from some. */
  public static ExportFact chosen(String label, String key) {
    return new ExportFact(label, key, true);
  }
}
