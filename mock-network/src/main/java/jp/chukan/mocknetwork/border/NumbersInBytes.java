package jp.chukan.mocknetwork.border;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * Every run of eleven and of twelve digits in a message, also inside longer ones: as they stand in
 * ASCII, UTF-8, MS932 and UTF-16, of half and of full width, and the same in whatever is Base64 or
 * gzip in it, five deep.
 */
final class NumbersInBytes {
  private static final int RECORD_CODE = 11;
  private static final int INDIVIDUAL_NUMBER = 12;
  private static final long RECORD_CODES = 100_000_000_000L;
  private static final long INDIVIDUAL_NUMBERS = 1_000_000_000_000L;
  private static final int DEEPEST = 5;
  private static final int LARGEST_UNPACKED = 64 << 20;

  private final LongConsumer recordCodes;
  private final LongConsumer individualNumbers;

  /**
   * @param recordCodes takes what may be a 住民票コード
   * @param individualNumbers takes what may be a 個人番号
   */
  NumbersInBytes(LongConsumer recordCodes, LongConsumer individualNumbers) {
    this.recordCodes = recordCodes;
    this.individualNumbers = individualNumbers;
  }

  void search(byte[] message) {
    search(message, 0);
  }

  private void search(byte[] bytes, int depth) {
    if (bytes.length < RECORD_CODE) {
      return;
    }
    for (DigitForm form : DigitForm.all()) {
      digits(bytes, form);
    }
    if (depth < DEEPEST) {
      Base64Parts.each(bytes, part -> search(part, depth + 1));
      unpack(bytes, depth);
    }
  }

  private void digits(byte[] bytes, DigitForm form) {
    int length = 0;
    long value = 0;
    for (int at = 0; at < bytes.length; ) {
      int digit = form.digitAt(bytes, at);
      if (digit < 0) {
        length = 0;
        value = 0;
        at++;
        continue;
      }
      length++;
      value = (value * 10 + digit) % INDIVIDUAL_NUMBERS;
      if (length >= RECORD_CODE) {
        recordCodes.accept(value % RECORD_CODES);
      }
      if (length >= INDIVIDUAL_NUMBER) {
        individualNumbers.accept(value);
      }
      at += form.width();
    }
  }

  private void unpack(byte[] bytes, int depth) {
    for (int at = 0; at + 2 < bytes.length; at++) {
      if (bytes[at] == 0x1F && bytes[at + 1] == (byte) 0x8B && bytes[at + 2] == 8) {
        byte[] unpacked = unpacked(bytes, at);
        search(unpacked, depth + 1);
      }
    }
  }

  private static byte[] unpacked(byte[] bytes, int at) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
      return gzip.readNBytes(LARGEST_UNPACKED);
    } catch (IOException noGzip) {
      return new byte[0];
    }
  }
}
