package jp.chukan.gateway.limit;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.Flow;

/** Whether there is room for more where work of an institution waits. */
public interface QueueRoom {

  /**
   * Asks before anything of a request is done, so that its sender can bring it again whole.
   *
   * @throws jp.chukan.contract.error.InvalidInputException with {@link
   *     jp.chukan.contract.error.ErrorCode#SYM_QUEUE_FULL} when too much waits
   */
  void require(Flow flow, InstitutionCode institution);
}
