package jp.chukan.mocknetwork.provider;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.ProvidedInformation.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What providers hold, for whoever wants to hold an answer against it. */
@Component
public final class HeldInformation {
  private final ProviderExchanges exchanges;
  private final Behaviours behaviours;

  HeldInformation(ProviderExchanges exchanges, Behaviours behaviours) {
    this.exchanges = exchanges;
    this.behaviours = behaviours;
  }

  /**
   * What one exchange must bring, as the provider sees it.
   *
   * @param provider who was asked
   * @param state name of how far the provider is
   * @param errorCode why it refuses, null unless it does
   * @param items exactly those asked for, in layout order; empty unless it provides
   */
  public record Original(
      InstitutionCode provider, String state, @Nullable String errorCode, List<Item> items) {
    public Original {
      items = List.copyOf(items);
    }
  }

  /** What the provider of this exchange holds; empty when none of this country was asked. */
  public Optional<Original> of(ProcessingNumber number) {
    return exchanges.find(number).map(HeldInformation::original);
  }

  private static Original original(ProviderExchange exchange) {
    return new Original(
        exchange.provider(), exchange.state().name(), exchange.errorCode(), items(exchange));
  }

  private static List<Item> items(ProviderExchange exchange) {
    HeldLayout layout = HeldLayout.of(exchange.information()).orElse(null);
    if (layout == null || exchange.errorCode() != null) {
      return List.of();
    }
    Set<ItemCode> wanted = new HashSet<>(exchange.items());
    Map<ItemCode, @Nullable String> held =
        Holdings.of(exchange.provider(), exchange.information(), exchange.person(), layout);
    return held.entrySet().stream()
        .filter(item -> wanted.contains(item.getKey()))
        .map(item -> new Item(item.getKey(), item.getValue()))
        .toList();
  }

  /**
   * What a provider would decide about a person now.
   *
   * @throws IllegalArgumentException when this country plays no such provider
   */
  public Decision decision(
      InstitutionCode provider, SpecificPersonalInformationCode information, LinkageCode person) {
    return behaviours.heldBy(provider).contains(information)
        ? Decision.about(person, information, provider, behaviours.of(provider))
        : new Decision.Refuse(Duration.ZERO);
  }
}
