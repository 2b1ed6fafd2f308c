package jp.chukan.command.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.Terminal;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.evidence.EvidenceReport;
import jp.chukan.contract.evidence.InclusionProof;
import jp.chukan.contract.evidence.VerifiedTreeHead;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Verifies a file of evidence, or the proof of one record, without a server or a database. The exit
 * code is 0 only when nothing is wrong.
 */
@Command(
    name = "verify-records",
    description = "Verify a file of evidence, or the proof of one record, offline.")
public final class VerifyRecordsCommand implements Callable<Integer> {
  private static final int UNSOUND = 2;
  private static final int UNREADABLE = 1;
  private static final byte JSON_BEGIN = '{';
  private static final int BUFFER = 1 << 16;

  @Parameters(
      paramLabel = "FILE",
      description = "what the console handed out: evidence (.zip) or a proof (.json)")
  private Path file = Path.of("");

  @Option(
      names = "--trust",
      paramLabel = "PEM",
      description = "certificates of the authorities; those of the installation here without it")
  private @Nullable Path trust;

  @Option(
      names = "--known-head",
      paramLabel = "HEAD",
      description = "a signed head that was kept elsewhere; several are possible")
  private List<Path> knownHeads = new ArrayList<>();

  @Option(
      names = "--stamped-within",
      paramLabel = "HOURS",
      defaultValue = "4",
      description = "how long after its signature a head must have been stamped (${DEFAULT-VALUE})")
  private int stampedWithin;

  @Override
  public Integer call() throws IOException {
    OfflineVerifier verifier =
        OfflineVerifier.trusting(
            trust == null ? RunDirectory.path().resolve("keys").resolve("root.pem") : trust);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      in.mark(1);
      boolean proof = in.read() == JSON_BEGIN;
      in.reset();
      return proof ? verifyProof(in.readAllBytes(), verifier) : verifyAll(in, verifier);
    } catch (InvalidInputException e) {
      Terminal.error(EvidenceLines.refusal(e.refusal()));
      return UNREADABLE;
    }
  }

  private int verifyAll(InputStream in, OfflineVerifier verifier) throws IOException {
    List<RawSignedDocument> known = new ArrayList<>();
    for (Path head : knownHeads) {
      known.add(new RawSignedDocument(Files.readAllBytes(head)));
    }
    EvidenceReport report = verifier.verify(in, known, Duration.ofHours(stampedWithin));
    EvidenceLines.of(report).forEach(Terminal::line);
    return report.isSound() ? 0 : UNSOUND;
  }

  private static int verifyProof(byte[] json, OfflineVerifier verifier) {
    InclusionProof proof = InclusionProof.read(json);
    VerifiedTreeHead head = proof.verify(verifier.heads());
    RawTimeStamp token = proof.timeStamp();
    EvidenceLines.of(
            proof,
            head,
            token == null ? null : verifier.times().verify(token, proof.signed().bytes()))
        .forEach(Terminal::line);
    return 0;
  }
}
