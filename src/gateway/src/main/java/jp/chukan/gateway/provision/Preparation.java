package jp.chukan.gateway.provision;

import java.util.Set;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.StaffComment;

/** What a 「担当者」 prepares for the decision of another (MS-06). */
public sealed interface Preparation {

  /** Ground or reason. */
  StaffComment comment();

  /** What the case goes through with it. */
  ApprovalAction action();

  /**
   * Everything that was asked for leaves.
   *
   * @param seen which content the person has seen
   * @param comment on which ground
   */
  record Provide(ContentDigest seen, StaffComment comment) implements Preparation {
    @Override
    public ApprovalAction action() {
      return ApprovalAction.PROVIDE;
    }
  }

  /**
   * What was asked for leaves, but for some items.
   *
   * @param seen which content the person has seen, with nothing withheld
   * @param withheld the items that do not leave, at least one and not all
   * @param comment on which ground
   */
  record ProvideInPart(ContentDigest seen, Set<ItemCode> withheld, StaffComment comment)
      implements Preparation {
    public ProvideInPart {
      withheld = Set.copyOf(withheld);
    }

    @Override
    public ApprovalAction action() {
      return ApprovalAction.PROVIDE_PART;
    }
  }

  /**
   * Nothing leaves.
   *
   * @param comment the reason; the inquirer is never told it
   */
  record Refuse(StaffComment comment) implements Preparation {
    @Override
    public ApprovalAction action() {
      return ApprovalAction.REFUSE;
    }
  }
}
