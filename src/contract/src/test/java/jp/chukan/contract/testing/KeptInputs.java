package jp.chukan.contract.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * The inputs that earlier fuzzing found to reach something of their own, {@code <Class>.zip} beside
 * the class of the test: each build feeds them again.
 */
public final class KeptInputs {
  private KeptInputs() {}

  /** All of them; none when nothing has been kept yet. */
  public static Stream<byte[]> of(Class<?> test) {
    try (InputStream kept = test.getResourceAsStream(test.getSimpleName() + ".zip")) {
      return kept == null ? Stream.of() : inputs(kept).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> inputs(InputStream kept) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(kept)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          inputs.add(zip.readAllBytes());
        }
      }
    }
    return inputs;
  }
}
