package jp.chukan.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.SampleRecords;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("副本登録の添付に何が書かれていても")
class RegistrationAttachmentFuzzTest {

  static Stream<byte[]> attachments() throws IOException {
    return Stream.of(
        written(Segment.REGISTRATION, List.of(SampleRecords.household(1))),
        written(
            Segment.REGISTRATION, List.of(SampleRecords.household(2), SampleRecords.household(3))));
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(RegistrationAttachmentFuzzTest.class);
  }

  @MethodSource({"attachments", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void whateverComesIsReadAsWhatItSaysOrRefused(byte[] attachment) throws Exception {
    HostileInput.feed(
        () -> {
          List<RegistrationRecord> records = new ArrayList<>();
          Segment segment = read(attachment, records);
          List<RegistrationRecord> again = new ArrayList<>();
          assertThat(read(written(segment, records), again)).isEqualTo(segment);
          assertThat(again).isEqualTo(records);
        });
  }

  private static Segment read(byte[] attachment, List<RegistrationRecord> records) {
    return RegistrationAttachmentReader.read(
        new ByteArrayInputStream(attachment),
        record -> {
          if (record instanceof AttachmentRecord.Readable readable) {
            records.add(readable.record());
          }
        });
  }

  private static byte[] written(Segment segment, List<RegistrationRecord> records)
      throws IOException {
    var file = new ByteArrayOutputStream();
    try (var writer = new RegistrationAttachmentWriter(file, segment, SegmentPlace.AFTER_RECORDS)) {
      for (RegistrationRecord record : records) {
        writer.write(record);
      }
    }
    return file.toByteArray();
  }
}
