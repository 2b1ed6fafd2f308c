package jp.chukan.gateway.replica;

import java.util.List;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ResponseMode;
import org.jspecify.annotations.Nullable;

/** What the 「副本」 of one person has for one question (MS-50): exactly one of these. */
public sealed interface ReplicaLookup {

  /**
   * A 「副本」 is published on that day.
   *
   * @param edition layout edition that the items follow
   * @param items the asked items and no others, in the order of the layout (MS-14)
   * @param responseMode whether it may answer without people; a hold on the person wins over the
   *     record (MS-05)
   * @param nonDisclosure 「不開示コード」, null when none was given
   */
  record Found(
      LayoutEdition edition,
      List<ReplicaItem> items,
      ResponseMode responseMode,
      @Nullable NonDisclosureCode nonDisclosure)
      implements ReplicaLookup {
    public Found {
      items = List.copyOf(items);
    }
  }

  /** Nothing is stored for the person, or nothing that is published on that day. */
  record Absent() implements ReplicaLookup {}

  /**
   * What is stored and what was asked do not fit one layout.
   *
   * @param item the asked item that the layout lacks, null when the stored edition itself is not in
   *     force or records of different editions stand side by side
   */
  record LayoutMismatch(@Nullable ItemCode item) implements ReplicaLookup {}
}
