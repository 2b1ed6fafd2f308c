package jp.chukan.contract.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jp.chukan.contract.SampleMessages;
import jp.chukan.contract.SampleRecords;
import jp.chukan.contract.attachment.AttachmentRecord;
import jp.chukan.contract.attachment.RegistrationAttachmentReader;
import jp.chukan.contract.attachment.RegistrationAttachmentWriter;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.attachment.SegmentPlace;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.XmlMessages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever is done to a document: it is read or refused, and nothing else happens. */
@DisplayName("壊れた電文")
class DamagedDocumentTest {
  static final List<Message> MESSAGES = SampleMessages.messages();
  private static final int ROUNDS = 400;
  private static final byte[] NASTY =
      "<>&'\"/=!?[]-; \u0000\u0001\u007f".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @FieldSource("MESSAGES") // JN-05
  void aDamagedMessageIsReadOrRefused(Message message) {
    byte[] document = XmlMessages.write(message);
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(document, random);
      try {
        assertThat(XmlMessages.read(message.getClass(), damaged)).isInstanceOf(message.getClass());
      } catch (InvalidInputException e) {
        assertThat(e.refusal().code()).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SegmentPlace.class) // JN-05
  void aDamagedAttachmentIsReadOrRefused(SegmentPlace place) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (RegistrationAttachmentWriter writer =
        new RegistrationAttachmentWriter(target, Segment.REGISTRATION, place)) {
      writer.write(SampleRecords.household(1));
      writer.write(SampleRecords.household(2));
    }
    Random random = new Random(7);
    for (int round = 0; round < 10 * ROUNDS; round++) {
      byte[] damaged = damage(target.toByteArray(), random);
      List<AttachmentRecord> records = new ArrayList<>();
      try {
        RegistrationAttachmentReader.read(new ByteArrayInputStream(damaged), records::add);
        assertThat(records).isNotEmpty();
      } catch (InvalidInputException e) {
        assertThat(e.refusal().code()).isNotNull();
      }
    }
  }

  /** Cuts, doubles, overwrites or drops bytes. */
  private static byte[] damage(byte[] document, Random random) {
    byte[] damaged = document.clone();
    int at = random.nextInt(damaged.length);
    switch (random.nextInt(4)) {
      case 0 -> damaged[at] = (byte) random.nextInt(256);
      case 1 -> damaged[at] = NASTY[random.nextInt(NASTY.length)];
      case 2 -> damaged = Arrays.copyOf(damaged, at);
      default -> {
        int from = random.nextInt(damaged.length);
        int length = Math.min(random.nextInt(40), damaged.length - Math.max(at, from));
        System.arraycopy(document, from, damaged, at, length);
      }
    }
    return damaged;
  }
}
