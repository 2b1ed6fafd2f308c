package jp.chukan.gateway.institution;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MunicipalityCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.gateway.institution.ProviderResolution.Found;
import jp.chukan.gateway.institution.ProviderResolution.NoMaster;
import jp.chukan.gateway.kernel.NewestVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Says which institution is meant, by the 「機関マスタ」 in force. It stays in memory. */
@Component
public class Institutions implements InitializingBean {
  /** The 「機関コード」 of a municipality holds its 5 digits. */
  private static final String MUNICIPALITY_FORM = "02201%s101700";

  private static final Pattern MUNICIPALITY = Pattern.compile("02201([0-9]{5})101700");

  private final InstitutionMasterStore store;
  private final DesignatedCities cities;
  private final NewestVersion<MasterIndex> master;

  Institutions(InstitutionMasterStore store, DesignatedCities cities, InstantSource clock) {
    this.store = store;
    this.cities = cities;
    this.master = new NewestVersion<>(clock, this::newest);
  }

  /**
   * Which institution a client means as provider. The ward of a designated city stands for its
   * city, whether or not the master lists the ward.
   *
   * @param designation 「機関コード」, or the 5 digits of a municipality
   * @param at the time at which it must be valid
   */
  public ProviderResolution resolve(ProviderDesignation designation, Instant at) {
    MasterIndex current = master.current();
    return current == null ? new NoMaster() : current.resolve(institution(designation), at);
  }

  /** Whether the master in force lists exactly this institution as valid at this time. */
  public boolean isValid(InstitutionCode institution, Instant at) {
    MasterIndex current = master.current();
    return current != null && current.resolve(institution, at) instanceof Found;
  }

  /**
   * What an institution is called, by the master in force: as of this time, or else as it ever was.
   * Empty for one that the master does not list.
   */
  public Optional<String> name(InstitutionCode institution, Instant at) {
    return Optional.ofNullable(master.current()).flatMap(current -> current.name(institution, at));
  }

  /** The master in force, or empty while there is none. */
  public Optional<MasterInForce> inForce() {
    return Optional.ofNullable(master.current()).map(MasterIndex::master);
  }

  /** A server that starts with a master answers its first question as fast as any other. */
  @Override
  public void afterPropertiesSet() {
    refresh();
  }

  /** Looks for a newer version now. */
  void refresh() {
    master.refresh();
  }

  private InstitutionCode institution(ProviderDesignation designation) {
    Optional<MunicipalityCode> municipality = designation.municipality();
    if (municipality.isEmpty()) {
      municipality = municipalityIn(designation.value());
    }
    return municipality
        .map(cities::cityOf)
        .map(city -> new InstitutionCode(MUNICIPALITY_FORM.formatted(city.value())))
        .orElseGet(() -> new InstitutionCode(designation.value()));
  }

  private static Optional<MunicipalityCode> municipalityIn(String institution) {
    Matcher matcher = MUNICIPALITY.matcher(institution);
    return matcher.matches()
        ? Optional.of(new MunicipalityCode(matcher.group(1)))
        : Optional.empty();
  }

  private @Nullable MasterIndex newest(@Nullable MasterIndex known) {
    Optional<MasterInForce> newest = store.inForce();
    return newest.isEmpty() || (known != null && known.master().version() == newest.get().version())
        ? known
        : new MasterIndex(newest.get(), store.entries(newest.get().version()));
  }
}
