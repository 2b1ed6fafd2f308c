package jp.chukan.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What callers may cost.
 *
 * @param municipal of one institution
 * @param network in what the network sends for one institution
 * @param disclosure in what is asked of one institution
 * @param operation of the operator
 * @param console of the staff of one institution
 * @param stranger of all together who have not proven who they are
 * @param queue messages that wait for one institution in one queue; past it nothing more is taken
 * @param outbox messages of one institution that were decided and have yet to reach the broker
 * @param retryAfter when a sender may come again after a full queue
 * @param headTime how long a TLS handshake, and the head of a request, may take as a whole
 * @param grace for how long a peer may be waited for in one request before its pace counts
 * @param slowest bytes in a second that a peer must send, and take, after that
 * @param bodyTime how long a body may take as a whole
 * @param attachment bytes of an attachment
 * @param records records of an attachment
 */
@ConfigurationProperties("chukan.limits")
public record LimitSettings(
    DoorLimits municipal,
    DoorLimits network,
    DoorLimits disclosure,
    DoorLimits operation,
    DoorLimits console,
    DoorLimits stranger,
    long queue,
    long outbox,
    Duration retryAfter,
    Duration headTime,
    Duration grace,
    DataSize slowest,
    Duration bodyTime,
    DataSize attachment,
    long records) {

  /**
   * @throws IllegalArgumentException so that the server does not start with a limit that is none
   */
  public LimitSettings {
    if (queue < 1 || outbox < 1 || records < 1 || slowest.toBytes() < 1) {
      throw new IllegalArgumentException("chukan.limits are positive");
    }
    if (retryAfter.toSeconds() < 1 || headTime.toSeconds() < 1 || bodyTime.compareTo(grace) < 0) {
      throw new IllegalArgumentException(
          "chukan.limits.retry-after and head-time are at least 1s, body-time at least grace");
    }
  }

  DoorLimits of(Door door) {
    return switch (door) {
      case MUNICIPAL -> municipal;
      case NETWORK -> network;
      case DISCLOSURE -> disclosure;
      case OPERATION -> operation;
      case CONSOLE -> console;
    };
  }
}
