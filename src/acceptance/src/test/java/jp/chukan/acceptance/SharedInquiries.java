package jp.chukan.acceptance;

import static jp.chukan.acceptance.SharedInstallation.ISHINOMAKI;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.command.client.InquiryClient;
import jp.chukan.command.client.InquiryFileState;
import jp.chukan.command.demo.DemoReport;
import jp.chukan.command.demo.DemoScale;
import jp.chukan.command.demo.inquiry.InquiryDemo;
import jp.chukan.command.inquiry.InquiryPlan;
import jp.chukan.command.inquiry.Parties;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileReader;
import jp.chukan.contract.inquiryfile.ResultLine;
import org.jspecify.annotations.Nullable;

/**
 * 「情報照会」 on the shared installation, on which the demo of it has run first: residents are linked,
 * staff are granted.
 */
final class SharedInquiries {
  private static final int LINES = 450;
  private static final Instant FIRST_NAME = Instant.parse("2026-10-01T00:00:00Z");
  private static final AtomicInteger NAMES = new AtomicInteger();

  private static @Nullable SharedInquiries shared;

  private final SharedInstallation installation = SharedInstallation.get();
  private final DemoReport report;
  private final Parties parties;

  private SharedInquiries() throws IOException {
    report = InquiryDemo.run(installation.installation(), new DemoScale(120, 60), LINES);
    parties =
        Parties.linked(
            installation.installation(),
            new ControlClient(installation.installation().controlUri()),
            ISHINOMAKI,
            40,
            InstantSource.system().instant());
  }

  static synchronized SharedInquiries get() {
    if (shared == null) {
      try {
        shared = new SharedInquiries();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  DemoReport report() {
    return report;
  }

  /** Who asks about whom, at a time of its own, so that each call asks something new. */
  Parties parties() {
    return parties.at(InstantSource.system().instant());
  }

  InquiryClient client() throws IOException {
    return installation.municipality(ISHINOMAKI).inquiries();
  }

  /** A name that no other test gives. */
  static InquiryFileName name() {
    return InquiryFileName.first(FIRST_NAME.plusSeconds(NAMES.incrementAndGet()));
  }

  ReceptionNumber submit(Path folder, InquiryPlan plan) throws IOException {
    return client().submit(plan.write(folder, name()));
  }

  InquiryFileState state(ReceptionNumber number) {
    try {
      return client().state(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<ResultLine> results(Path folder, ReceptionNumber number) throws IOException {
    Path file = folder.resolve(number.value());
    client().result(number, ResultEncoding.UTF_8, file);
    return ResultFileReader.read(Files.readAllBytes(file), ResultEncoding.UTF_8);
  }
}
