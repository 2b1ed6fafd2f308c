package jp.chukan.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.chukan.contract.SampleMessages;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("情報提供許可証に何が書かれていても")
class ProvisionPermitFuzzTest {

  static Stream<byte[]> permits() {
    return SampleMessages.documents().stream()
        .filter(ProvisionPermit.class::isInstance)
        .map(XmlDocuments::write);
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(ProvisionPermitFuzzTest.class);
  }

  @MethodSource({"permits", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void whateverComesIsReadAsWhatItSaysOrRefused(byte[] document) throws Exception {
    HostileInput.feed(
        () -> {
          ProvisionPermit permit = XmlDocuments.read(ProvisionPermit.class, document);
          assertThat(XmlDocuments.read(ProvisionPermit.class, XmlDocuments.write(permit)))
              .isEqualTo(permit);
        });
  }
}
