package jp.chukan.command.bench.records;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.certificates.KeyFolder;
import jp.chukan.command.certificates.TestAuthority;
import jp.chukan.command.evidence.OfflineVerifier;
import jp.chukan.contract.evidence.EvidenceReport;

/**
 * Verification of a large file of evidence in this very process, beside the time that unpacking it
 * and hashing every byte twice takes: once for the leaf, once for what signatures and tree need.
 */
final class VerificationBenchmark {
  private static final int BUFFER = 1 << 16;

  private final int records;
  private final InstantSource clock;
  private final Consumer<String> progress;

  /**
   * @param records how many
   * @param clock to date keys and heads with
   * @param progress told what is going on
   */
  VerificationBenchmark(int records, InstantSource clock, Consumer<String> progress) {
    this.records = records;
    this.clock = clock;
    this.progress = progress;
  }

  VerificationMeasurement run(Path folder) throws IOException {
    progress.accept("making keys");
    Path keys = folder.resolve("keys");
    SecureRandom random = new SecureRandom();
    TestAuthority.issueMissing(keys, clock, random);
    EvidenceFiles files = new EvidenceFiles(keys, KeyFolder.create(keys, random).password());
    Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    progress.accept("writing the evidence");
    Path file = folder.resolve("evidence.zip");
    files.write(file, records, -1, from);
    OfflineVerifier verifier = OfflineVerifier.trusting(keys.resolve("root.pem"));

    progress.accept("verifying");
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long started = System.nanoTime();
    EvidenceReport report = verify(verifier, file);
    Duration taken = Duration.ofNanos(System.nanoTime() - started);
    long heap = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();

    progress.accept("measuring the floor");
    Duration floor = floor(file);
    progress.accept("verifying a changed copy");
    Path changed = folder.resolve("changed.zip");
    files.write(changed, records, records / 2, from);
    return new VerificationMeasurement(
        report,
        verify(verifier, changed),
        records,
        Files.size(file),
        taken.toMillis(),
        new HeapReading(heap, Runtime.getRuntime().maxMemory()),
        Floor.ofTimes(records, taken.toMillis(), floor.toMillis()));
  }

  private static EvidenceReport verify(OfflineVerifier verifier, Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return verifier.verify(in, List.of());
    }
  }

  private static Duration floor(Path file) throws IOException {
    long started = System.nanoTime();
    try (ZipInputStream in =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      in.getNextEntry();
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        digest.update(buffer, 0, read);
      }
      digest.digest();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
