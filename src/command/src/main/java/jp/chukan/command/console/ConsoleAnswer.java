package jp.chukan.command.console;

/** What the console sends back for a form whose end is a file, or a page that says why not. */
public sealed interface ConsoleAnswer {
  /** A page instead. */
  record OfPage(ShownPage page) implements ConsoleAnswer {}

  /**
   * The file, whole.
   *
   * @param bytes not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record OfFile(byte[] bytes) implements ConsoleAnswer {}
}
