package jp.chukan.command.bench.inquiry;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import jp.chukan.command.bench.measuring.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "inquiry", description = "情報照会 by file, with 提供要求 at the same time.")
public final class InquiryCommand implements Callable<Integer> {
  @Mixin private final Bench bench = new Bench();

  @Option(names = "--files", paramLabel = "N", defaultValue = "3")
  private int files;

  @Option(names = "--lines", paramLabel = "N", defaultValue = "10000")
  private int lines;

  @Option(names = "--persons", paramLabel = "N", defaultValue = "1000")
  private int persons;

  @Option(names = "--provisions", paramLabel = "PER-SECOND", defaultValue = "5")
  private int provisions;

  @Override
  public Integer call() throws IOException {
    var scale = new InquiryScale(files, lines, persons, provisions);
    return bench.onInstallation(
        (installation, progress) ->
            new InquiryBenchmark(installation, scale, InstantSource.system(), progress).run());
  }
}
