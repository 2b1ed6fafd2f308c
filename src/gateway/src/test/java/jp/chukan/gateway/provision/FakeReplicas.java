package jp.chukan.gateway.provision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.replica.ReplicaItem;
import jp.chukan.gateway.replica.ReplicaLookup;
import jp.chukan.gateway.replica.ReplicaLookup.Absent;
import jp.chukan.gateway.replica.ReplicaLookup.Found;
import jp.chukan.gateway.replica.Replicas;
import jp.chukan.gateway.replica.WantedPeriod;
import jp.chukan.gateway.testing.ProvisionDraft;
import org.jspecify.annotations.Nullable;

/** 「副本」 in memory: of 住民票関係情報 only, what the test puts in. */
final class FakeReplicas implements Replicas {
  static final LayoutEdition EDITION = new LayoutEdition("1");

  private static final List<ItemCode> LAYOUT =
      List.of(ProvisionDraft.HEAD_FLAG, ProvisionDraft.HEAD_NAME, ProvisionDraft.RELATIONSHIP);

  private final Map<UnifiedAddresseeNumber, ReplicaLookup> persons = new HashMap<>();

  /** Gives the person all three items; the values are the item's code and the text. */
  void put(
      UnifiedAddresseeNumber person,
      String text,
      ResponseMode mode,
      @Nullable NonDisclosureCode nonDisclosure) {
    List<ReplicaItem> items = new ArrayList<>();
    for (ItemCode code : LAYOUT) {
      items.add(new ReplicaItem(code, value(code, text)));
    }
    persons.put(person, new Found(EDITION, items, mode, nonDisclosure));
  }

  void put(UnifiedAddresseeNumber person, ReplicaLookup lookup) {
    persons.put(person, lookup);
  }

  static String value(ItemCode code, String text) {
    return code + " " + text;
  }

  @Override
  public boolean holds(SpecificPersonalInformationCode information) {
    return information.equals(ProvisionDraft.RESIDENT_RECORD);
  }

  @Override
  public Optional<ItemCode> itemOutsideLayout(
      SpecificPersonalInformationCode information, List<ItemCode> items, LocalDate on) {
    return items.stream().filter(item -> !LAYOUT.contains(item)).findFirst();
  }

  @Override
  public ReplicaLookup find(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information,
      List<ItemCode> items,
      WantedPeriod period) {
    return switch (persons.getOrDefault(addressee, new Absent())) {
      case Found found ->
          new Found(
              found.edition(),
              found.items().stream().filter(item -> items.contains(item.code())).toList(),
              found.responseMode(),
              found.nonDisclosure());
      case ReplicaLookup other -> other;
    };
  }

  /** The layout demands the first item and nothing else. */
  @Override
  public Optional<Refusal> refusalOf(
      SpecificPersonalInformationCode information,
      LayoutEdition edition,
      Map<ItemCode, @Nullable String> values,
      LocalDate on) {
    return values.containsKey(ProvisionDraft.HEAD_FLAG)
            && values.get(ProvisionDraft.HEAD_FLAG) == null
        ? Optional.of(Refusal.at(ErrorCode.SYM_MISSING_ELEMENT, ProvisionDraft.HEAD_FLAG.value()))
        : Optional.empty();
  }
}
