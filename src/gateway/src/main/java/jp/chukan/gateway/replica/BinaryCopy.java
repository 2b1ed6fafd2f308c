package jp.chukan.gateway.replica;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows in PostgreSQL's binary COPY format (PostgreSQL documentation, COPY, "Binary Format").
 * One buffer, however many rows.
 */
final class BinaryCopy {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
  private static final int FLUSH_AT = 1 << 16;
  private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int NULL = -1;

  private final CopyIn copy;
  private ByteBuffer buffer = ByteBuffer.allocate(2 * FLUSH_AT);

  BinaryCopy(CopyIn copy) {
    this.copy = copy;
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  /** Begins a row; as many fields must follow. */
  BinaryCopy row(int fields) throws SQLException {
    if (buffer.position() >= FLUSH_AT) {
      flush();
    }
    room(Short.BYTES).putShort((short) fields);
    return this;
  }

  BinaryCopy integer(int value) {
    room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    return this;
  }

  BinaryCopy bool(boolean value) {
    room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  BinaryCopy text(@Nullable String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  BinaryCopy bytes(byte @Nullable [] value) {
    if (value == null) {
      return nothing();
    }
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
    return this;
  }

  BinaryCopy date(@Nullable LocalDate value) {
    return value == null ? nothing() : integer((int) EPOCH_DAY.until(value, ChronoUnit.DAYS));
  }

  BinaryCopy timestamp(@Nullable Instant value) {
    if (value == null) {
      return nothing();
    }
    room(Integer.BYTES + Long.BYTES)
        .putInt(Long.BYTES)
        .putLong(EPOCH.until(value, ChronoUnit.MICROS));
    return this;
  }

  /** Ends the rows and hands them over. */
  void end() throws SQLException {
    room(Short.BYTES).putShort((short) -1);
    flush();
    copy.endCopy();
  }

  private BinaryCopy nothing() {
    room(Integer.BYTES).putInt(NULL);
    return this;
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      ByteBuffer larger = ByteBuffer.allocate(2 * (buffer.position() + bytes));
      larger.put(buffer.flip());
      buffer = larger;
    }
    return buffer;
  }
}
