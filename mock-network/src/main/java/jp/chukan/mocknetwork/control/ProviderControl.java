package jp.chukan.mocknetwork.control;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.coresystem.Persons;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.provider.Behaviour;
import jp.chukan.mocknetwork.provider.Behaviours;
import jp.chukan.mocknetwork.provider.Decision;
import jp.chukan.mocknetwork.provider.HeldInformation;
import jp.chukan.mocknetwork.provider.ProviderExchanges;
import jp.chukan.mocknetwork.residentrecords.Resident;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the providers of this country behave, and what they will do about whom. */
@RestController
@RequestMapping("/control/providers")
final class ProviderControl {
  private final InstitutionDirectory institutions;
  private final Behaviours behaviours;
  private final ProviderExchanges exchanges;
  private final HeldInformation held;
  private final Persons persons;
  private final Municipalities municipalities;
  private final InstantSource clock;

  ProviderControl(
      InstitutionDirectory institutions,
      Behaviours behaviours,
      ProviderExchanges exchanges,
      HeldInformation held,
      Persons persons,
      Municipalities municipalities,
      InstantSource clock) {
    this.institutions = institutions;
    this.behaviours = behaviours;
    this.exchanges = exchanges;
    this.held = held;
    this.persons = persons;
    this.municipalities = municipalities;
    this.clock = clock;
  }

  /**
   * One provider.
   *
   * @param information what it holds
   * @param exchanges how many requests are in each state
   */
  record ProviderView(
      InstitutionCode code,
      Set<SpecificPersonalInformationCode> information,
      Behaviour behaviour,
      List<ProviderExchanges.Count> exchanges) {}

  @GetMapping
  List<ProviderView> providers() {
    return institutions.withRole(InstitutionRole.PROVIDER).stream()
        .map(
            provider ->
                new ProviderView(
                    provider.code(),
                    behaviours.heldBy(provider.code()),
                    behaviours.of(provider.code()),
                    exchanges.counts(provider.code())))
        .toList();
  }

  /** What changes about a behaviour; what is left out stays. */
  record Change(
      @Nullable Long seed,
      @Nullable Integer shortestMillis,
      @Nullable Integer longestMillis,
      @Nullable Integer burstMillis,
      @Nullable Integer refusedPercent,
      @Nullable Integer heldPercent,
      @Nullable Integer heldMillis,
      @Nullable Integer silentPercent) {

    Behaviour of(Behaviour now) {
      return new Behaviour(
          Objects.requireNonNullElse(seed, now.seed()),
          Objects.requireNonNullElse(shortestMillis, now.shortestMillis()),
          Objects.requireNonNullElse(longestMillis, now.longestMillis()),
          Objects.requireNonNullElse(burstMillis, now.burstMillis()),
          Objects.requireNonNullElse(refusedPercent, now.refusedPercent()),
          Objects.requireNonNullElse(heldPercent, now.heldPercent()),
          heldMillis == null ? now.heldMillis() : heldMillis,
          Objects.requireNonNullElse(silentPercent, now.silentPercent()));
    }
  }

  @PostMapping("/{code}/behaviour")
  Behaviour behave(@PathVariable("code") String code, @RequestBody Change change) {
    var provider = new InstitutionCode(code);
    Behaviour behaviour = change.of(behaviours.of(provider));
    behaviours.set(provider, behaviour);
    return behaviour;
  }

  /**
   * An approval.
   *
   * @param processingNumber only this exchange, null for the oldest
   * @param count how many, null for all
   */
  record Release(@Nullable ProcessingNumber processingNumber, @Nullable Integer count) {}

  record Released(int released) {}

  @PostMapping("/{code}/releases")
  Released release(@PathVariable("code") String code, @RequestBody Release release) {
    return new Released(
        exchanges.release(
            new InstitutionCode(code),
            release.processingNumber(),
            Objects.requireNonNullElse(release.count(), Integer.MAX_VALUE),
            clock.instant()));
  }

  /** What a provider will do. */
  enum Kind {
    PROVIDE,
    REFUSE,
    HOLD,
    STAY_SILENT,
    /** Nobody has a 符号 of this person yet. */
    UNKNOWN_PERSON
  }

  /**
   * What will become of an inquiry about one resident.
   *
   * @param index position of the resident
   * @param afterMillis when the answer comes, bursts left aside; null when it does not by itself
   */
  record DecisionView(int index, Kind decision, @Nullable Long afterMillis) {}

  record Decisions(Map<Kind, Integer> counts, List<DecisionView> residents) {}

  @GetMapping("/{code}/decisions")
  Decisions decisions(
      @PathVariable("code") String code,
      @RequestParam("municipality") String municipality,
      @RequestParam("information") String information,
      @RequestParam("from") int from,
      @RequestParam("to") int to) {
    var provider = new InstitutionCode(code);
    var wanted = new SpecificPersonalInformationCode(information);
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    List<DecisionView> views = new ArrayList<>();
    for (Resident resident :
        municipalities.residents(new InstitutionCode(municipality), from, to)) {
      DecisionView view =
          persons
              .codeAt(provider, resident.recordCode())
              .map(person -> view(resident.index(), held.decision(provider, wanted, person)))
              .orElseGet(() -> new DecisionView(resident.index(), Kind.UNKNOWN_PERSON, null));
      counts.merge(view.decision(), 1, Integer::sum);
      views.add(view);
    }
    return new Decisions(counts, views);
  }

  private static DecisionView view(int index, Decision decision) {
    return switch (decision) {
      case Decision.Provide(var after) -> new DecisionView(index, Kind.PROVIDE, after.toMillis());
      case Decision.Refuse(var after) -> new DecisionView(index, Kind.REFUSE, after.toMillis());
      case Decision.Hold(var after) -> new DecisionView(index, Kind.HOLD, millis(after));
      case Decision.StaySilent() -> new DecisionView(index, Kind.STAY_SILENT, null);
    };
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis();
  }
}
