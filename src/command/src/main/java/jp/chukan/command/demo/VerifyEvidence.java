package jp.chukan.command.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.command.console.ConsoleAnswer;
import jp.chukan.command.console.ScriptedStaff;
import jp.chukan.command.console.ShownPage;
import jp.chukan.command.console.StaffOffice;
import jp.chukan.command.evidence.OfflineVerifier;
import jp.chukan.contract.evidence.EvidenceEntry;
import jp.chukan.contract.evidence.EvidenceFault;
import jp.chukan.contract.evidence.EvidenceFileReader;
import jp.chukan.contract.evidence.EvidenceFileWriter;
import jp.chukan.contract.evidence.EvidenceFinding;
import jp.chukan.contract.evidence.EvidenceLeaf;
import jp.chukan.contract.evidence.EvidenceReport;

/**
 * All evidence is taken out, with the approval of a second person when it is much, and verified
 * without the server; in a copy with one letter changed, that record is named (JN-19, JN-22).
 */
final class VerifyEvidence implements DemoStep {
  private static final String PAGE = "/console/evidence";
  private static final Map<String, String> PURPOSE = Map.of("purpose", "監査のため");

  @Override
  public String title() {
    return "evidence verified without the server, a changed letter found";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var file = evidence(scene.office());
    Files.write(scene.installation().runDirectory().resolve("evidence.zip"), file);
    var verifier = OfflineVerifier.trusting(scene.installation().keys().resolve("root.pem"));
    var report = verifier.verify(new ByteArrayInputStream(file), List.of());
    var changed = changed(file);
    var found = verifier.verify(new ByteArrayInputStream(changed), List.of());
    boolean met =
        report.isSound()
            && report.leaves() > 0
            && report.stampedSize() > 0
            && found.findings().size() == 1
            && found.findings().getFirst().fault() == EvidenceFault.RECORD_CHANGED;
    return StepOutcome.of(met, told(report, found));
  }

  private static String told(EvidenceReport report, EvidenceReport found) {
    return "%,d records under %,d signed heads, %,d of them under a time stamp; in the copy %s"
        .formatted(
            report.leaves(),
            report.heads(),
            report.stampedSize(),
            found.findings().stream()
                .findFirst()
                .map(VerifyEvidence::told)
                .orElse("nothing was found"));
  }

  private static String told(EvidenceFinding finding) {
    return "%s at position %,d".formatted(finding.fault(), finding.from());
  }

  private static byte[] evidence(StaffOffice office) throws IOException {
    var chief = office.chief();
    var form = chief.browser().open(PAGE).form(PAGE + "/file");
    return switch (chief.browser().download(form, PURPOSE)) {
      case ConsoleAnswer.OfFile file -> file.bytes();
      case ConsoleAnswer.OfPage page -> approved(office.approver(), chief, page.page());
    };
  }

  /** Above the limit of rows it is an application, which somebody else approves. */
  private static byte[] approved(ScriptedStaff approver, ScriptedStaff chief, ShownPage application)
      throws IOException {
    var path = application.path();
    var waiting = approver.browser().open(path).form(path + "/approval");
    approver.browser().submit(waiting, Map.of("comment", "監査のための出力を承認する"));
    var ready = chief.browser().open(path).form(path + "/file");
    return switch (chief.browser().download(ready, Map.of())) {
      case ConsoleAnswer.OfFile file -> file.bytes();
      case ConsoleAnswer.OfPage page -> throw new IOException("no evidence: " + page.page());
    };
  }

  /** The same with one letter of one record changed. */
  private static byte[] changed(byte[] file) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var reader = new EvidenceFileReader(new ByteArrayInputStream(file));
        var writer = new EvidenceFileWriter(out, reader.institution(), reader.exportedAt())) {
      Optional<EvidenceEntry> entry = reader.next();
      while (entry.isPresent()) {
        switch (entry.get()) {
          case EvidenceEntry.OfLeaf(EvidenceLeaf leaf) ->
              writer.write(isFirst(leaf) ? forged(leaf) : leaf);
          case EvidenceEntry.OfHead(var head) -> writer.write(head);
          case EvidenceEntry.OfStray stray -> writer.write(stray);
        }
        entry = reader.next();
      }
      writer.finish();
    }
    return out.toByteArray();
  }

  private static boolean isFirst(EvidenceLeaf leaf) {
    return Objects.equals(leaf.position(), 0L);
  }

  private static EvidenceLeaf forged(EvidenceLeaf leaf) {
    var body = Objects.requireNonNull(leaf.body());
    return new EvidenceLeaf(
        leaf.position(), leaf.kind(), leaf.hash(), body.replaceFirst("0220", "0221"));
  }
}
