package jp.chukan.mocknetwork.identityprovision;

import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Asks the system above, and records here as well what came of it (JN-11, JN-12). */
@Component
public final class AskFurther {
  private final Systems systems;
  private final ProvideIdentity provide;

  AskFurther(Systems systems, ProvideIdentity provide) {
    this.systems = systems;
    this.provide = provide;
  }

  /**
   * Sends a question on.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException as the system above refuses
   */
  public ProvidedIdentities ask(CountrySystem owner, CountrySystem above, PersonQuery query) {
    return provide.recorded(
        owner,
        query.requester(),
        ProvisionKind.INQUIRY,
        query.occasion(),
        query.condition(),
        () -> systems.send(owner, above, PersonQuery.MESSAGE, query, ProvidedIdentities.class));
  }
}
