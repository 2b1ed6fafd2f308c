package jp.chukan.command.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationState;

/** Processor time of the server and of its database: what work costs, whoever else is busy. */
final class ProcessorTime {
  private static final List<String> COUNTED = List.of("gateway", "postgres");

  private ProcessorTime() {}

  /** What both have used since they were started. */
  static Duration of(Path runDirectory) {
    return InstallationState.read(runDirectory)
        .orElseThrow(() -> new InstallationException("nothing runs in " + runDirectory))
        .processes()
        .stream()
        .filter(mark -> COUNTED.contains(mark.name()))
        .flatMap(mark -> mark.mark().process().stream())
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
