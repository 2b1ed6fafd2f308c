package jp.chukan.gateway.replica;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/** The stored 「副本」, for whoever makes an answer of them (MS-50): never the live register. */
public interface Replicas {

  /** Whether this server keeps this 「特定個人情報」 at all; asks nothing about any person. */
  boolean holds(SpecificPersonalInformationCode information);

  /**
   * The first of the items that no layout of the information has on that day; empty when all may be
   * asked (MS-14). Asks nothing about any person.
   */
  Optional<ItemCode> itemOutsideLayout(
      SpecificPersonalInformationCode information, List<ItemCode> items, LocalDate on);

  /**
   * Looks up exactly the asked items in the open transaction of the institution.
   *
   * @param items what is asked for, at least one
   * @param period when the 「副本」 must be published
   */
  ReplicaLookup find(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information,
      List<ItemCode> items,
      WantedPeriod period);

  /**
   * Holds the items of an answer against the layout that it follows: whoever receives it takes no
   * other. Asks nothing about any person.
   *
   * @param values every item of the answer, null where it holds no value
   * @return what is wrong first, empty when nothing is
   */
  Optional<Refusal> refusalOf(
      SpecificPersonalInformationCode information,
      LayoutEdition edition,
      Map<ItemCode, @Nullable String> values,
      LocalDate on);
}
