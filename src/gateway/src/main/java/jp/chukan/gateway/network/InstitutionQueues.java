package jp.chukan.gateway.network;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.OutgoingQueue;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.WaitingMessages;
import jp.chukan.gateway.limit.LimitSettings;
import jp.chukan.gateway.limit.QueueRoom;
import org.springframework.stereotype.Component;

/**
 * Looks at the queues of an institution at most once a second, and counts what was let through
 * since: a flood between two looks is stopped as well. While the broker does not answer nothing is
 * stopped here; it takes nothing then either.
 */
@Component
class InstitutionQueues implements QueueRoom {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final WaitingMessages broker;
  private final OutboxDepths outbox;
  private final InstitutionTransactions transactions;
  private final LimitSettings limits;
  private final InstantSource clock;

  /** One for each flow of each institution, made when the server starts. */
  private final Map<Flow, Map<InstitutionCode, Depth>> depths;

  InstitutionQueues(
      WaitingMessages broker,
      OutboxDepths outbox,
      InstitutionTransactions transactions,
      ServedInstitutions institutions,
      LimitSettings limits,
      InstantSource clock) {
    this.broker = broker;
    this.outbox = outbox;
    this.transactions = transactions;
    this.limits = limits;
    this.clock = clock;
    Map<Flow, Map<InstitutionCode, Depth>> made = new HashMap<>();
    for (Flow flow : Flow.values()) {
      Map<InstitutionCode, Depth> ofFlow = new HashMap<>();
      institutions.codes().forEach(code -> ofFlow.put(code, new Depth()));
      made.put(flow, Map.copyOf(ofFlow));
    }
    this.depths = Map.copyOf(made);
  }

  @Override
  public void require(Flow flow, InstitutionCode institution) {
    Depth depth = depths.getOrDefault(flow, Map.of()).get(institution);
    boolean full =
        depth != null
            && switch (flow) {
              case ACCEPT_PROVISION_REQUEST ->
                  depth.isOver(limits.queue(), () -> broker.in("provision.request." + institution));
              case ACCEPT_LINKAGE_CODE_NOTICE ->
                  depth.isOver(
                      limits.queue(), () -> broker.in("linkage-code.notice." + institution));
              case ACCEPT_INQUIRY_ANSWER ->
                  depth.isOver(limits.queue(), () -> broker.in("inquiry.answer." + institution));
              case ACCEPT_INQUIRIES, ACCEPT_INQUIRY_FILE ->
                  depth.isOver(limits.outbox(), () -> leaving(institution));
              default -> false;
            };
    if (full) {
      throw InvalidInputException.of(ErrorCode.SYM_QUEUE_FULL);
    }
  }

  /** Inquiries on their way out, before and in the broker. */
  private OptionalLong leaving(InstitutionCode institution) {
    long here =
        transactions.within(institution, outbox::all).stream()
            .filter(depth -> depth.queue() == OutgoingQueue.INQUIRY)
            .mapToLong(OutboxDepths.OutboxDepth::messages)
            .sum();
    return OptionalLong.of(here + broker.in("inquiry.send." + institution).orElse(0));
  }

  /** What waited at the last look, and what came since. */
  private final class Depth {
    private Instant lookedAt = Instant.EPOCH;
    private long waiting;

    synchronized boolean isOver(long limit, Supplier<OptionalLong> look) {
      Instant now = clock.instant();
      if (!now.isBefore(lookedAt.plus(FRESH)) || now.isBefore(lookedAt)) {
        waiting = look.get().orElse(0);
        lookedAt = now;
      }
      if (waiting >= limit) {
        return true;
      }
      waiting++;
      return false;
    }
  }
}
