package jp.chukan.command.bench.provision;

import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.Figures;

/**
 * How large the answers were that inquirers opened: the document in the envelope, before it is
 * sealed and after it is opened.
 *
 * @param smallestBytes of all of them, 0 when there were none
 * @param largestBytes of all of them, 0 when there were none
 */
record CarriedContent(long smallestBytes, long largestBytes) {

  static CarriedContent of(Databases databases) {
    return new CarriedContent(content(databases, "min"), content(databases, "max"));
  }

  private static long content(Databases databases, String which) {
    return databases.countCountry(
        "SELECT coalesce(%s(content_bytes), 0) FROM inquirer_record".formatted(which));
  }

  /** Whether every one had this size. */
  boolean isAll(int bytes) {
    return smallestBytes == bytes && largestBytes == bytes;
  }

  String line() {
    return smallestBytes == largestBytes
        ? Figures.format("content       %,d bytes in each answer", largestBytes)
        : Figures.format(
            "content       %,d to %,d bytes in an answer", smallestBytes, largestBytes);
  }
}
