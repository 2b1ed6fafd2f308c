package jp.chukan.command.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import org.jspecify.annotations.Nullable;

/**
 * What a registration came to, for a person to read.
 *
 * @param exitCode 0 when all records were accepted, 1 when some were refused, 2 when all were
 * @param lines the text
 */
record RegistrationReport(int exitCode, List<String> lines) {
  private static final int ACCEPTED = 0;
  private static final int PARTLY_REFUSED = 1;
  private static final int REFUSED = 2;

  @FunctionalInterface
  interface Registration {
    ReplicaRegistrationResult send() throws IOException;
  }

  static RegistrationReport of(Registration registration) throws IOException {
    try {
      return of(registration.send().body());
    } catch (RefusedMessageException e) {
      return new RegistrationReport(REFUSED, List.of(describe(e.reason())));
    }
  }

  static RegistrationReport of(ReplicaRegistrationResult.Body result) {
    var lines = new ArrayList<String>();
    lines.add(
        "Accepted %,d, refused %,d.".formatted(result.acceptedCount(), result.refusedCount()));
    for (var refused : result.refused()) {
      lines.add(
          "  record %d (%s): %s"
              .formatted(
                  refused.position(),
                  refused.recordNumber() == null ? "no number" : refused.recordNumber(),
                  reason(refused.errorCode(), refused.element(), refused.errorMessage())));
    }
    if (result.refusedCount() > result.refused().size()) {
      lines.add("  … and %,d more".formatted(result.refusedCount() - result.refused().size()));
    }
    return new RegistrationReport(exitCode(result), lines);
  }

  static String describe(Acknowledgement.Body reason) {
    return "Refused: "
        + reason(reason.errorCode(), reason.element(), reason.errorMessage())
        + (reason.record() == null ? "" : " (record " + reason.record() + ")");
  }

  private static String reason(
      @Nullable String code, @Nullable String element, @Nullable String message) {
    return code + (element == null ? "" : " at " + element) + " " + message;
  }

  private static int exitCode(ReplicaRegistrationResult.Body result) {
    if (result.refusedCount() == 0) {
      return ACCEPTED;
    }
    return result.acceptedCount() == 0 ? REFUSED : PARTLY_REFUSED;
  }
}
