package jp.chukan.contract.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("証跡ファイルに何が書かれていても")
class EvidenceFileFuzzTest {
  private static final Ledger LEDGER = Ledger.of(2, 2);
  private static final EvidenceReport GENUINE = LEDGER.verify();

  static Stream<byte[]> seeds() throws IOException {
    try (var file = new ZipInputStream(new ByteArrayInputStream(LEDGER.file()))) {
      file.getNextEntry();
      return Stream.of(file.readAllBytes(), LEDGER.file());
    }
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(EvidenceFileFuzzTest.class);
  }

  @MethodSource({"seeds", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void nothingIsSoundButTheEvidenceThatWasSigned(byte[] linesOrFile) throws Exception {
    noneButTheGenuineIsSound(zipped(linesOrFile));
    noneButTheGenuineIsSound(linesOrFile);
  }

  private static void noneButTheGenuineIsSound(byte[] file) throws Exception {
    HostileInput.feed(
        () -> {
          // heads that are known elsewhere take most of the time: only for what is sound in itself
          if (verified(file, List.of()).isSound()) {
            EvidenceReport report = verified(file, List.of(LEDGER.heads.getLast().signed()));
            if (report.isSound()) {
              assertThat(report.newest()).isEqualTo(GENUINE.newest());
              assertThat(report.leaves() - report.notSealed()).isEqualTo(LEDGER.leaves.size());
            }
          }
        });
  }

  private static EvidenceReport verified(byte[] file, List<RawSignedDocument> known)
      throws IOException {
    return LEDGER.verifier().verify(new ByteArrayInputStream(file), known);
  }

  private static byte[] zipped(byte[] lines) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry(EvidenceFileWriter.ENTRY));
      zip.write(lines);
    }
    return bytes.toByteArray();
  }
}
