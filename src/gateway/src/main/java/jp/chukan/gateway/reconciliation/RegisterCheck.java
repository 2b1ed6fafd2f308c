package jp.chukan.gateway.reconciliation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.layout.IndividualNumberForm;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.replica.ReplicaKey;
import org.jspecify.annotations.Nullable;

/**
 * Says which records of the register may be compared with the 「副本」 of one information. A value of
 * another form than the layout's is a difference to be found, not a fault of the file. Refuses:
 *
 * <ul>
 *   <li>{@link ErrorCode#DBM_REGISTER_INFORMATION} a record of another information
 *   <li>{@link ErrorCode#DBM_UNKNOWN_EDITION} an edition that is not in force
 *   <li>{@link ErrorCode#DBM_ITEM_OUTSIDE_LAYOUT} a data set or item that the layout lacks
 *   <li>{@link ErrorCode#DBM_INDIVIDUAL_NUMBER} what has the form of a 「個人番号」 (MS-45)
 * </ul>
 */
final class RegisterCheck {
  private final StandardLayouts layouts;
  private final SpecificPersonalInformationCode information;
  private final StandardLayout newest;
  private final LocalDate today;

  private RegisterCheck(StandardLayouts layouts, StandardLayout newest, LocalDate today) {
    this.layouts = layouts;
    this.information = newest.information();
    this.newest = newest;
    this.today = today;
  }

  /** Empty when there is no layout of that information today. */
  static Optional<RegisterCheck> of(
      StandardLayouts layouts, SpecificPersonalInformationCode information, LocalDate today) {
    return layouts
        .newest(information, today)
        .map(newest -> new RegisterCheck(layouts, newest, today));
  }

  SpecificPersonalInformationCode information() {
    return information;
  }

  /** The data set of which a file speaks that names none. */
  ItemCode dataSet() {
    return newest.dataSet();
  }

  /** Every item of an edition in force. */
  Set<ItemCode> items() {
    Set<ItemCode> items = new HashSet<>();
    layouts.inForceOn(today).stream()
        .filter(layout -> layout.information().equals(information))
        .forEach(layout -> items.addAll(layout.itemCodes()));
    return items;
  }

  /**
   * @param edition null where the file does not say
   * @param items every item that came, null where it holds no value
   */
  Optional<Refusal> refusalOf(
      ReplicaKey key, @Nullable LayoutEdition edition, Map<ItemCode, @Nullable String> items) {
    if (!key.information().equals(information)) {
      return at(ErrorCode.DBM_REGISTER_INFORMATION, RegisterColumn.INFORMATION);
    }
    Optional<StandardLayout> layout =
        edition == null ? Optional.of(newest) : layouts.find(information, edition, today);
    if (layout.isEmpty()) {
      return at(ErrorCode.DBM_UNKNOWN_EDITION, RegisterColumn.EDITION);
    }
    if (!layout.get().dataSet().equals(key.dataSet())) {
      return at(ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT, RegisterColumn.DATA_SET);
    }
    if (IndividualNumberForm.isIn(key.recordKey())) {
      return at(ErrorCode.DBM_INDIVIDUAL_NUMBER, RegisterColumn.RECORD_KEY);
    }
    return layout.get().refusalOfSome(items).filter(RegisterCheck::keepsOut);
  }

  private static boolean keepsOut(Refusal refusal) {
    return refusal.code() == ErrorCode.DBM_INDIVIDUAL_NUMBER
        || refusal.code() == ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT;
  }

  private static Optional<Refusal> at(ErrorCode code, RegisterColumn column) {
    return Optional.of(Refusal.at(code, column.element()));
  }
}
