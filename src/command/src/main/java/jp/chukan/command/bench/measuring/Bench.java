package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.Terminal;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationOptions;
import jp.chukan.command.installation.Leftovers;
import jp.chukan.contract.code.InstitutionCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every benchmark does the same: begins afresh, prints what it found, writes it to a file. */
public final class Bench {
  /** The municipality that is measured. */
  public static final InstitutionCode MUNICIPALITY = new InstitutionCode("0220104202101700");

  @Mixin private final MeasurementReport report = new MeasurementReport();

  @Option(names = "--heap", paramLabel = "MB", description = "of the gateway", defaultValue = "256")
  private int heapMegabytes;

  /** Measures. */
  @FunctionalInterface
  public interface Measuring {
    /**
     * @param installation a fresh one
     * @param progress told what is going on
     */
    Measurement on(Installation installation, Consumer<String> progress)
        throws IOException, SQLException;
  }

  /** Measures without a server. */
  @FunctionalInterface
  public interface MeasuringAlone {
    /**
     * @param folder an empty one
     * @param progress told what is going on
     */
    Measurement in(Path folder, Consumer<String> progress) throws IOException;
  }

  /**
   * @return exit code: 0 when the run counts and showed what it was to show
   */
  public int onInstallation(Measuring measuring) throws IOException {
    return onInstallation(UnaryOperator.identity(), measuring);
  }

  /**
   * @param changed what is different in this installation
   * @return exit code: 0 when the run counts and showed what it was to show
   */
  public int onInstallation(UnaryOperator<InstallationOptions> changed, Measuring measuring)
      throws IOException {
    var options =
        changed.apply(
            InstallationOptions.in(emptyFolder())
                .withApplications(RunDirectory.applications())
                .withGatewayHeap(heapMegabytes)
                .keepingClasses());
    try (var installation =
        Installation.start(options, step -> Terminal.step("Starting: " + step))) {
      var measured = measuring.on(installation, Terminal::step);
      return report.of(measured, Surroundings.of(installation, heapMegabytes));
    } catch (SQLException e) {
      throw new InstallationException("cannot measure: " + e.getMessage(), e);
    }
  }

  /**
   * @return exit code: 0 when the run counts and showed what it was to show
   */
  public int alone(MeasuringAlone measuring) throws IOException {
    var folder = emptyFolder();
    Files.createDirectories(folder);
    return report.of(measuring.in(folder, Terminal::step), Surroundings.ofThisProcess());
  }

  /** Refuses what is less than the least or more than the most. */
  public static void between(String option, int least, int most, int value) {
    if (value < least || value > most) {
      throw new InstallationException(
          Figures.format("%s: between %,d and %,d", option, least, most));
    }
  }

  private static Path emptyFolder() throws IOException {
    var folder = RunDirectory.bench();
    Leftovers.clear(folder);
    return folder;
  }
}
