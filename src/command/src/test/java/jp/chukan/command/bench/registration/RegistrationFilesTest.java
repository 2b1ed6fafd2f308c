package jp.chukan.command.bench.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.chukan.contract.attachment.AttachmentRecord;
import jp.chukan.contract.attachment.RegistrationAttachmentReader;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistrationFilesTest {
  @TempDir Path folder;

  @Test
  void eachMessageHasRecordsOfItsOwn() throws IOException {
    var first = persons(RegistrationFiles.write(folder, 0, 3));
    var second = persons(RegistrationFiles.write(folder, 3, 5));
    assertThat(first).isEqualTo(persons(0, 3));
    assertThat(second).isEqualTo(persons(3, 5));
  }

  @Test
  void eachMessageHasANumberOfItsOwn() throws IOException {
    var first = Files.readString(RegistrationFiles.write(folder, 0, 1).message());
    var second = Files.readString(RegistrationFiles.write(folder, 1, 2).message());
    assertThat(first).isNotEqualTo(second);
  }

  private static List<UnifiedAddresseeNumber> persons(int from, int to) {
    return IntStream.range(from, to).mapToObj(RegistrationFiles::person).toList();
  }

  private static List<UnifiedAddresseeNumber> persons(RegistrationFiles files) throws IOException {
    var persons = new ArrayList<UnifiedAddresseeNumber>();
    try (var in = Files.newInputStream(files.attachment())) {
      RegistrationAttachmentReader.read(
          in,
          record -> {
            if (record instanceof AttachmentRecord.Readable(int position, var readable)) {
              persons.add(readable.addressee());
            }
          });
    }
    return persons;
  }
}
