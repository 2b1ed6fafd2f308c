package jp.chukan.mocknetwork.supplementserver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jp.chukan.mocknetwork.identity.IndividualNumberQuery;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.stereotype.Component;

/**
 * 「個人番号の一時抽出」: by 住民票コード from the 都道府県サーバ, for one answer of a provision under way, into an area of
 * its own that is erased after it (JN-28, G:420, G:649, G:757).
 */
@Component
final class PullIndividualNumber {
  private final Systems systems;
  private final Map<CountrySystem, NumberArea> areas = new ConcurrentHashMap<>();

  PullIndividualNumber(Systems systems) {
    this.systems = systems;
  }

  /**
   * Makes an answer with the digits.
   *
   * @param answer makes it, and may not keep the digits
   * @throws IllegalStateException when no provision is under way
   * @throws RefusedCallException UNKNOWN when the 都道府県サーバ knows no number; NOT_READY when it does
   *     not answer
   */
  <R> R forAnswer(ProvisionUnderWay provision, Function<byte[], R> answer) {
    ResidentRecordCode person = provision.usePerson();
    PulledNumber pulled = pull(provision.owner(), person);
    return areaOf(provision.owner()).whileHeld(pulled, answer);
  }

  /** The temporary area of a server. */
  NumberArea areaOf(CountrySystem owner) {
    return areas.computeIfAbsent(owner, system -> new NumberArea());
  }

  private PulledNumber pull(CountrySystem owner, ResidentRecordCode person) {
    try {
      return systems.send(
          owner,
          new CountrySystem(SystemKind.PREFECTURAL_SERVER, owner.place()),
          IndividualNumberQuery.MESSAGE,
          new IndividualNumberQuery(person),
          PulledNumber.class);
    } catch (UnreachableSystemException later) {
      throw new RefusedCallException(Fault.NOT_READY, IndividualNumberQuery.MESSAGE);
    }
  }
}
