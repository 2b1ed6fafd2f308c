package jp.chukan.gateway.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;

/**
 * One kind of what can leave: how its rows are found and counted, in the open transaction of the
 * institution; how they are written is said by its two forms.
 *
 * @param <C> criteria by which rows are found: a record of codes, instants and numbers, kept
 *     encrypted as JSON
 */
public sealed interface ExportSheet<C extends Record> permits TableSheet, FileSheet {

  ExportKind kind();

  /** Of the file that leaves. */
  ExportForm form(C criteria);

  /** Type of the criteria, to read what was kept. */
  Class<C> type();

  /**
   * Why the person may not take out what the criteria find, whatever the roles say; empty when the
   * person may. Asked in the open transaction of the institution, also when it is taken out later.
   */
  default Optional<ErrorCode> refusalOf(StaffIdentity who, C criteria) {
    return Optional.empty();
  }

  /**
   * The same criteria, closed to what comes later: what is approved is what leaves.
   *
   * @param now when it was asked for
   */
  C freeze(InstitutionCode institution, C asked, Instant now);

  /** How many rows the criteria find. */
  long count(InstitutionCode institution, C criteria);

  /** The criteria for who decides; without whom it is about. */
  List<ExportFact> facts(C criteria);

  /** Whose data alone leave; null when it is not about one person. */
  @Nullable UnifiedAddresseeNumber addressee(C criteria);

  /** Number of the exchange that alone leaves; null when it is not about one. */
  @Nullable String target(C criteria);
}
