package jp.chukan.mocknetwork.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.mocknetwork.coresystem.ProviderLink;
import jp.chukan.mocknetwork.provider.ProviderExchange.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A provider takes a request over, and decides at once what will become of it and when. */
@Component
final class TakeRequest implements ProviderLink {
  private final ProviderExchanges exchanges;
  private final Behaviours behaviours;
  private final InstantSource clock;

  TakeRequest(ProviderExchanges exchanges, Behaviours behaviours, InstantSource clock) {
    this.exchanges = exchanges;
    this.behaviours = behaviours;
    this.clock = clock;
  }

  @Override
  public void receive(Request request) {
    InstitutionCode provider = request.permit().provider();
    Instant now = clock.instant();
    Behaviour behaviour = behaviours.of(provider);
    ErrorCode refusal = refusal(request);
    if (refusal != null) {
      Duration soonest = Duration.ofMillis(behaviour.shortestMillis());
      keep(request, State.WAITING, refusal, due(now, soonest, behaviour), now);
      return;
    }
    switch (Decision.about(
        request.subject(), request.permit().information(), provider, behaviour)) {
      case Decision.Provide(var after) ->
          keep(request, State.WAITING, null, due(now, after, behaviour), now);
      case Decision.Refuse(var after) ->
          keep(request, State.WAITING, ErrorCode.TKY_NOT_PROVIDED, due(now, after, behaviour), now);
      case Decision.Hold(var after) ->
          keep(request, State.HELD, null, after == null ? null : now.plus(after), now);
      case Decision.StaySilent() -> keep(request, State.SILENT, null, null, now);
    }
  }

  /** Why the request cannot be answered by anybody here, null when it can. */
  private @Nullable ErrorCode refusal(Request request) {
    SpecificPersonalInformationCode information = request.permit().information();
    HeldLayout layout = HeldLayout.of(information).orElse(null);
    if (layout == null || !behaviours.heldBy(request.permit().provider()).contains(information)) {
      return ErrorCode.TKY_UNKNOWN_INFORMATION;
    }
    return layout.items().keySet().containsAll(request.items())
        ? null
        : ErrorCode.TKY_ITEM_OUTSIDE_LAYOUT;
  }

  private static Instant due(Instant now, Duration after, Behaviour behaviour) {
    return Decision.withBurst(now.plus(after), behaviour.burstMillis());
  }

  private void keep(
      Request request,
      State state,
      @Nullable ErrorCode error,
      @Nullable Instant dueAt,
      Instant now) {
    exchanges.keep(request, state, error == null ? null : error.id(), dueAt, now);
  }
}
