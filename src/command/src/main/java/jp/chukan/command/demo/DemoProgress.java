package jp.chukan.command.demo;

/** Told how far a step is that takes longer than a moment. */
@FunctionalInterface
public interface DemoProgress {

  void report(long done, long total);

  /** For runs that nobody watches. */
  static DemoProgress silent() {
    return (done, total) -> {};
  }
}
