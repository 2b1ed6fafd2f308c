package jp.chukan.gateway.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts rows of PostgreSQL's binary form of COPY. */
final class CopiedRows {
  private static final int SIGNATURE_AND_FLAGS = 15;
  private static final int END = -1;

  private CopiedRows() {}

  static long count(InputStream copied) throws IOException {
    var in = new DataInputStream(copied);
    in.skipNBytes(SIGNATURE_AND_FLAGS);
    in.skipNBytes(in.readInt());
    long rows = 0;
    for (int columns = in.readShort(); columns != END; columns = in.readShort()) {
      for (int column = 0; column < columns; column++) {
        int length = in.readInt();
        in.skipNBytes(Math.max(0, length));
      }
      rows++;
    }
    return rows;
  }
}
