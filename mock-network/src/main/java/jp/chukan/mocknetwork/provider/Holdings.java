package jp.chukan.mocknetwork.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * What a provider holds about a person: made up, obviously fictitious, and the same however often
 * it is asked for.
 */
final class Holdings {
  private static final List<String> NAMES = List.of("架空 一郎", "見本 花子", "例示 太郎", "仮名 月子", "試験 星子");
  private static final List<String> HOLDERS = List.of("カクウ イチロウ", "ミホン ハナコ", "レイジ タロウ", "カメイ ツキコ");
  private static final List<String> RELATIONSHIPS = List.of("妻", "夫", "子", "母");
  private static final List<String> ACCOUNT_KINDS = List.of("1", "2", "4", "9");
  private static final int FILLED_PLACEHOLDER_OF = 3;

  private Holdings() {}

  /** Every item of the layout in its order; null for an item without a value. */
  static SequencedMap<ItemCode, @Nullable String> of(
      InstitutionCode provider,
      SpecificPersonalInformationCode information,
      LinkageCode person,
      HeldLayout layout) {
    Draw draw = Draw.of("holdings", provider.value(), information.value(), person.value());
    boolean head = draw.below(2) == 0;
    SequencedMap<ItemCode, @Nullable String> values = new LinkedHashMap<>();
    layout.items().forEach((item, kind) -> values.put(item, value(kind, head, draw)));
    return values;
  }

  private static @Nullable String value(ItemKind kind, boolean head, Draw draw) {
    return switch (kind) {
      case HEAD_FLAG -> head ? "1" : "0";
      case HEAD_NAME -> head ? null : pick(NAMES, draw);
      case RELATIONSHIP -> head ? null : pick(RELATIONSHIPS, draw);
      case PLACEHOLDER -> draw.below(FILLED_PLACEHOLDER_OF) == 0 ? draw.digits(6) : null;
      case AMOUNT -> String.valueOf(draw.below(4_000) * 100);
      // no bank has a code that begins with 99
      case BANK -> "99" + draw.digits(2);
      case BRANCH -> draw.digits(3);
      case ACCOUNT_KIND -> pick(ACCOUNT_KINDS, draw);
      case ACCOUNT_NUMBER -> draw.digits(7);
      case HOLDER -> pick(HOLDERS, draw);
    };
  }

  private static String pick(List<String> values, Draw draw) {
    return values.get(draw.below(values.size()));
  }
}
