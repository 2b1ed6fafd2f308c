package jp.chukan.gateway.reconciliation;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * 「突合」: one file of the register and how it compares with the 「副本」; says nothing about any person.
 *
 * @param number by which it is found
 * @param information whose 「副本」
 * @param items the items that alone are compared; empty for all
 * @param form of the file
 * @param by who brought it
 * @param takenAt when
 * @param records how many the file has
 * @param state how it stands
 * @param errorCode why it failed, null unless it did
 * @param endedAt when it ended, null while it waits
 * @param counts what was compared, null unless it was
 * @param removedAt when its findings went after their retention, null while they are kept
 */
public record Reconciliation(
    ReceptionNumber number,
    SpecificPersonalInformationCode information,
    List<ItemCode> items,
    RegisterForm form,
    String by,
    Instant takenAt,
    int records,
    ReconciliationState state,
    @Nullable String errorCode,
    @Nullable Instant endedAt,
    @Nullable Counts counts,
    @Nullable Instant removedAt) {

  public Reconciliation {
    items = List.copyOf(items);
  }

  /**
   * How many records of which kind.
   *
   * @param replicas there are
   * @param missing in the register alone
   * @param extra as 「副本」 alone
   * @param different in both, not saying the same
   * @param equal in both, saying the same
   * @param kept of the findings; of very many only the first
   */
  public record Counts(int replicas, int missing, int extra, int different, int equal, int kept) {

    /** Whatever is wrong. */
    public int findings() {
      return missing + extra + different;
    }
  }

  /**
   * In how many records one item differs.
   *
   * @param item its code, or the element of the period of publication
   * @param records how many
   */
  public record ItemCount(String item, int records) {}
}
