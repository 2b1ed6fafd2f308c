package jp.chukan.gateway.console;

import java.util.Map;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.gateway.permission.AffairNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names beside the codes of 「事務」, as templates ask for them. */
@Component
class AffairLabels {
  private final AffairNames names;

  AffairLabels(AffairNames names) {
    this.names = names;
  }

  /** Null for one that nobody named. */
  public @Nullable String name(@Nullable AffairCode affair) {
    return affair == null ? null : names.find(affair).orElse(null);
  }

  /**
   * @param affair code of one, empty where it could not be read
   */
  public @Nullable String name(String affair) {
    return affair.isEmpty() ? null : name(new AffairCode(affair));
  }

  /** All that have a name. */
  public Map<AffairCode, String> all() {
    return names.all();
  }
}
