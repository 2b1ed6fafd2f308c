package jp.chukan.mocknetwork.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.projectdata.ProjectTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each provider holds and how it behaves: as {@code data/providers.tsv} says, or as was
 * ordered since.
 */
@Component
public final class Behaviours {
  private static final long USUAL_SEED = 1;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Map<InstitutionCode, Set<SpecificPersonalInformationCode>> held = new HashMap<>();
  private final Map<InstitutionCode, Behaviour> behaviours = new ConcurrentHashMap<>();

  Behaviours(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    for (ProjectTable.Row row : ProjectTable.rows("providers.tsv")) {
      var provider = new InstitutionCode(row.cell("provider"));
      held.put(provider, information(row.cell("information")));
      behaviours.put(provider, usual(row));
    }
    jdbc.sql("select provider, behaviour from provider_behaviour")
        .query(
            row -> {
              behaviours.put(new InstitutionCode(row.getString(1)), read(row.getString(2)));
            });
  }

  private static Set<SpecificPersonalInformationCode> information(String codes) {
    return Arrays.stream(codes.split(",", -1))
        .filter(code -> !code.isEmpty())
        .map(SpecificPersonalInformationCode::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Behaviour usual(ProjectTable.Row row) {
    return new Behaviour(
        USUAL_SEED,
        Integer.parseInt(row.cell("shortest_millis")),
        Integer.parseInt(row.cell("longest_millis")),
        Integer.parseInt(row.cell("burst_millis")),
        Integer.parseInt(row.cell("refused_percent")),
        0,
        null,
        0);
  }

  private Behaviour read(String text) {
    try {
      return json.readValue(text, Behaviour.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a behaviour that was written cannot be read", e);
    }
  }

  /** Which 「特定個人情報」 a provider holds. */
  public Set<SpecificPersonalInformationCode> heldBy(InstitutionCode provider) {
    return Objects.requireNonNullElse(held.get(provider), Set.of());
  }

  /**
   * How a provider behaves now.
   *
   * @throws IllegalArgumentException when this country plays no such provider
   */
  public Behaviour of(InstitutionCode provider) {
    Behaviour behaviour = behaviours.get(provider);
    if (behaviour == null) {
      throw new IllegalArgumentException("no provider " + provider);
    }
    return behaviour;
  }

  /** From now on, and after a restart as well; what is decided already stays as it is. */
  public void set(InstitutionCode provider, Behaviour behaviour) {
    of(provider);
    try {
      jdbc.sql(
              """
              insert into provider_behaviour (provider, behaviour) values (?, ?)
              on conflict (provider) do update set behaviour = excluded.behaviour
              """)
          .params(provider.value(), json.writeValueAsString(behaviour))
          .update();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a behaviour cannot be written", e);
    }
    behaviours.put(provider, behaviour);
  }
}
