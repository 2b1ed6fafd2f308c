package jp.chukan.mocknetwork.supplementserver;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.supplement.SupplementConditions;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import jp.chukan.mocknetwork.supplement.SupplementProvision;
import jp.chukan.mocknetwork.supplement.SupplementProvision.Provided;
import jp.chukan.mocknetwork.supplement.SupplementProvision.SealedNumber;
import jp.chukan.mocknetwork.supplementserver.SupplementUses.Asked;
import jp.chukan.mocknetwork.supplementserver.SupplementUses.PutOut;
import org.springframework.stereotype.Component;

/** 「他の執行機関への提供」 of the 附票本人確認情報 of one person (G:51, G:757). */
@Component
final class ProvideSupplement {
  private final SupplementServers servers;
  private final SupplementAffairs affairs;
  private final SupplementUses uses;
  private final PullIndividualNumber numbers;

  ProvideSupplement(
      SupplementServers servers,
      SupplementAffairs affairs,
      SupplementUses uses,
      PullIndividualNumber numbers) {
    this.servers = servers;
    this.affairs = affairs;
    this.uses = uses;
    this.numbers = numbers;
  }

  /**
   * Answers one request.
   *
   * @throws RefusedCallException FORBIDDEN_AFFAIR when it is not provided, or the number is not,
   *     for this 事務; TOO_FEW_CONDITIONS when they are too few or met by several; UNKNOWN when
   *     nobody meets them; NOT_READY when the number cannot be had now
   */
  Provided provide(CountrySystem owner, CountrySystem from, SupplementProvision request) {
    return provide(owner, from, request, SupplementUse.Kind.PROVISION);
  }

  /** The same, of a line of a file. */
  Provided provide(
      CountrySystem owner,
      CountrySystem from,
      SupplementProvision request,
      SupplementUse.Kind kind) {
    return uses.recorded(
        new Asked(
            owner,
            from,
            kind,
            request.purpose(),
            request.withIndividualNumber(),
            request.conditions().recordCode()),
        () -> {
          affairs.require(request.purpose(), request.withIndividualNumber());
          SupplementInformation person = one(owner, request.conditions());
          Optional<SealedNumber> number =
              request.withIndividualNumber()
                  ? Optional.of(sealedNumber(owner, person))
                  : Optional.empty();
          return new PutOut<>(new Provided(person, number), List.of(person));
        });
  }

  private SupplementInformation one(CountrySystem owner, SupplementConditions conditions) {
    List<SupplementInformation> found = servers.recordsOf(owner).search(conditions);
    if (found.isEmpty()) {
      throw new RefusedCallException(Fault.UNKNOWN, "conditions");
    }
    if (found.size() > 1) {
      throw new RefusedCallException(Fault.TOO_FEW_CONDITIONS, "conditions");
    }
    return found.getFirst();
  }

  /** The digits leave the area encrypted for the one who asked; the area is empty after that. */
  private SealedNumber sealedNumber(CountrySystem owner, SupplementInformation person) {
    try (var provision = new ProvisionUnderWay(owner, person.recordCode())) {
      return numbers.forAnswer(provision, servers.folderOf(owner)::seal);
    }
  }
}
