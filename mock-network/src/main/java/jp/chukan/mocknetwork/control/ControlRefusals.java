package jp.chukan.mocknetwork.control;

import java.util.concurrent.CompletionException;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.mocknetwork.connection.GatewayUnreachableException;
import jp.chukan.mocknetwork.coresystem.NothingToReplayException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells whoever steers the country what was wrong with an order. */
@RestControllerAdvice("jp.chukan.mocknetwork.control")
final class ControlRefusals {
  record Problem(String error) {}

  @ExceptionHandler
  ResponseEntity<Problem> wrongOrder(IllegalArgumentException exception) {
    return problem(HttpStatus.BAD_REQUEST, exception);
  }

  @ExceptionHandler
  ResponseEntity<Problem> refused(InvalidInputException exception) {
    var refusal = exception.refusal();
    return ResponseEntity.badRequest()
        .body(new Problem(refusal.code().id() + " " + refusal.code().message()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> tooEarly(NothingToReplayException exception) {
    return problem(HttpStatus.CONFLICT, exception);
  }

  @ExceptionHandler({GatewayUnreachableException.class, CompletionException.class})
  ResponseEntity<Problem> noServer(RuntimeException exception) {
    return problem(HttpStatus.BAD_GATEWAY, exception);
  }

  private static ResponseEntity<Problem> problem(HttpStatus status, RuntimeException exception) {
    return ResponseEntity.status(status).body(new Problem(String.valueOf(exception.getMessage())));
  }
}
