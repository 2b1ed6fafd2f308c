package jp.chukan.mocknetwork.timestamp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.chukan.contract.crypto.TimeStampRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Time stamps by HTTP (RFC 3161 section 3.4), for whoever may connect. */
@RestController
final class TimeStampEndpoint {
  /** Longer than anybody waits. */
  private static final long SILENT_SECONDS = 60;

  private final StampTime stamping;
  private final TimeStampFaults faults;

  TimeStampEndpoint(StampTime stamping, TimeStampFaults faults) {
    this.stamping = stamping;
    this.faults = faults;
  }

  /** A rejection is an answer too: its status is in the reply, not in HTTP. */
  @PostMapping(path = "/time-stamp", consumes = TimeStampRequest.MEDIA_TYPE)
  ResponseEntity<byte[]> stamp(@RequestBody byte[] query) {
    TimeStampFault fault = faults.next();
    if (fault == TimeStampFault.SILENT) {
      new CompletableFuture<Void>()
          .completeOnTimeout(null, SILENT_SECONDS, TimeUnit.SECONDS)
          .join();
    }
    if (fault == TimeStampFault.SILENT || fault == TimeStampFault.ERROR) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(TimeStampRequest.REPLY_MEDIA_TYPE))
        .body(stamping.answer(query, fault));
  }
}
