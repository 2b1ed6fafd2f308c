package jp.chukan.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import jp.chukan.command.certificates.TestAuthority;

/** Keys as every run has them. */
final class RunOfTest {
  private RunOfTest() {}

  static void issueKeys(Path folder) throws IOException {
    TestAuthority.issueMissing(folder, InstantSource.system(), new SecureRandom());
  }
}
