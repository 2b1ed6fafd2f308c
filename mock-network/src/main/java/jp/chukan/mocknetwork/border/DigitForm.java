package jp.chukan.mocknetwork.border;

/**
 * How a digit stands in bytes.
 *
 * @param before bytes that precede every digit
 * @param zero last byte of the digit 0; those of the others follow
 * @param after bytes that follow every digit
 */
record DigitForm(byte[] before, int zero, byte[] after) {
  private static final byte[] NOTHING = {};
  private static final DigitForm[] ALL = {
    // ASCII, and with it UTF-8 and MS932
    new DigitForm(NOTHING, '0', NOTHING),
    // UTF-16, the higher byte first or last
    new DigitForm(new byte[] {0}, '0', NOTHING),
    new DigitForm(NOTHING, '0', new byte[] {0}),
    // of full width: UTF-8, MS932, UTF-16
    new DigitForm(new byte[] {(byte) 0xEF, (byte) 0xBC}, 0x90, NOTHING),
    new DigitForm(new byte[] {(byte) 0x82}, 0x4F, NOTHING),
    new DigitForm(new byte[] {(byte) 0xFF}, 0x10, NOTHING),
    new DigitForm(NOTHING, 0x10, new byte[] {(byte) 0xFF})
  };

  static DigitForm[] all() {
    return ALL.clone();
  }

  /** Bytes of one digit. */
  int width() {
    return before.length + 1 + after.length;
  }

  /** The digit that begins here, or -1. */
  int digitAt(byte[] bytes, int at) {
    if (at + width() > bytes.length) {
      return -1;
    }
    int digit = (bytes[at + before.length] & 0xFF) - zero;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    return stands(before, bytes, at) && stands(after, bytes, at + before.length + 1) ? digit : -1;
  }

  private static boolean stands(byte[] wanted, byte[] bytes, int at) {
    for (int n = 0; n < wanted.length; n++) {
      if (bytes[at + n] != wanted[n]) {
        return false;
      }
    }
    return true;
  }
}
