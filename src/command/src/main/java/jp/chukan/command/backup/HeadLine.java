package jp.chukan.command.backup;

/** One head of the evidence, as a backup and a restoration both show it, to be compared by eye. */
final class HeadLine {
  private HeadLine() {}

  static String of(String institution, String size, String sha256) {
    return "head of %s  %s leaves  %s".formatted(institution, size, sha256);
  }
}
