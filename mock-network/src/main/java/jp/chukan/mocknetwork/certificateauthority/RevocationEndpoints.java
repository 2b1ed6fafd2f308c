package jp.chukan.mocknetwork.certificateauthority;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.chukan.contract.crypto.StatusQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lists (RFC 5280) and answers (RFC 6960 appendix A) by HTTP, for whoever asks. */
@RestController
final class RevocationEndpoints {
  /** Longer than anybody waits. */
  private static final long SILENT_SECONDS = 60;

  private static final MediaType LIST = MediaType.parseMediaType("application/pkix-crl");

  private final TellRevocation telling;
  private final RevocationFaults faults;

  RevocationEndpoints(TellRevocation telling, RevocationFaults faults) {
    this.telling = telling;
    this.faults = faults;
  }

  @GetMapping("/revocation/list")
  ResponseEntity<byte[]> list() {
    return answer(LIST, telling::list);
  }

  @PostMapping(path = "/revocation/status", consumes = StatusQuestion.MEDIA_TYPE)
  ResponseEntity<byte[]> status(@RequestBody byte[] question) {
    return answer(
        MediaType.parseMediaType(StatusQuestion.REPLY_MEDIA_TYPE),
        fault -> telling.answer(question, fault));
  }

  private ResponseEntity<byte[]> answer(
      MediaType type, Function<@Nullable RevocationFault, byte[]> data) {
    RevocationFault fault = faults.current();
    if (fault == RevocationFault.SILENT) {
      new CompletableFuture<Void>()
          .completeOnTimeout(null, SILENT_SECONDS, TimeUnit.SECONDS)
          .join();
    }
    if (fault == RevocationFault.SILENT || fault == RevocationFault.UNREACHABLE) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
    return ResponseEntity.ok().contentType(type).body(data.apply(fault));
  }
}
