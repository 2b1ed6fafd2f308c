package jp.chukan.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.chukan.contract.SampleRecords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationAttachmentWriterTest {

  @ParameterizedTest
  @EnumSource(SegmentPlace.class) // MS-57
  void whatIsWrittenIsReadBack(SegmentPlace place) throws IOException {
    List<RegistrationRecord> records =
        IntStream.rangeClosed(1, 4).mapToObj(SampleRecords::household).toList();
    List<RegistrationRecord> read = new ArrayList<>();

    Segment segment =
        RegistrationAttachmentReader.read(
            new ByteArrayInputStream(written(Segment.DELETION, place, records)),
            record -> read.add(((AttachmentRecord.Readable) record).record()));

    assertThat(segment).isEqualTo(Segment.DELETION);
    assertThat(read).isEqualTo(records);
  }

  private static byte[] written(
      Segment segment, SegmentPlace place, List<RegistrationRecord> records) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (RegistrationAttachmentWriter writer =
        new RegistrationAttachmentWriter(target, segment, place)) {
      for (RegistrationRecord record : records) {
        writer.write(record);
      }
    }
    return target.toByteArray();
  }
}
