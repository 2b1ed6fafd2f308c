package jp.chukan.mocknetwork.identity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * What is kept of some persons: of each the newest version of every municipality. Changes that pass
 * the checks are added, so that one message can hold several of the same person.
 */
public final class KnownPersons {
  private final Map<ResidentRecordCode, Map<String, IdentityInformation>> persons = new HashMap<>();
  private final Map<IndividualNumber, ResidentRecordCode> holders = new HashMap<>();

  /**
   * @param versions of these persons, oldest first
   */
  public KnownPersons(List<IdentityInformation> versions) {
    versions.forEach(this::add);
  }

  /** One more version. */
  void add(IdentityInformation version) {
    Map<String, IdentityInformation> newest =
        persons.computeIfAbsent(version.recordCode(), code -> new LinkedHashMap<>());
    // removed first: the order is that of the newest versions
    newest.remove(version.municipality());
    newest.put(version.municipality(), version);
    holders.putIfAbsent(version.individualNumber(), version.recordCode());
  }

  boolean has(ResidentRecordCode code) {
    return persons.containsKey(code);
  }

  /** The newest of a municipality. */
  Optional<IdentityInformation> at(ResidentRecordCode code, String municipality) {
    return Optional.ofNullable(persons.getOrDefault(code, Map.of()).get(municipality));
  }

  boolean isDead(ResidentRecordCode code) {
    return persons.getOrDefault(code, Map.of()).values().stream()
        .anyMatch(one -> one.reason() == ChangeReason.DIED);
  }

  /** Where the person lives now, else where the person lived last. */
  Optional<IdentityInformation> current(ResidentRecordCode code) {
    List<IdentityInformation> newest =
        List.copyOf(persons.getOrDefault(code, Map.of()).values()).reversed();
    return newest.stream()
        .filter(one -> !one.reason().isRemoval())
        .findFirst()
        .or(() -> newest.stream().findFirst());
  }

  /** Whose number it is. */
  Optional<ResidentRecordCode> holder(IndividualNumber number) {
    return Optional.ofNullable(holders.get(number));
  }

  /** Number and person belong together as they did before (JN-39). */
  void requireNumberOf(IdentityInformation change) {
    boolean ofAnother =
        holder(change.individualNumber())
            .filter(code -> !code.equals(change.recordCode()))
            .isPresent();
    boolean another =
        persons.getOrDefault(change.recordCode(), Map.of()).values().stream()
            .anyMatch(one -> !one.individualNumber().equals(change.individualNumber()));
    if (ofAnother || another) {
      throw new RefusedCallException(Fault.NUMBER_OF_ANOTHER, "individualNumber");
    }
  }
}
