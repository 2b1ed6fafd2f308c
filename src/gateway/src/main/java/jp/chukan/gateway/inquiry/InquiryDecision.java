package jp.chukan.gateway.inquiry;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What the checks say of one inquiry; only {@link Lawful} opens the way to the network (MS-20). */
sealed interface InquiryDecision {

  /**
   * It may leave.
   *
   * @param provider who is asked: a ward has become its city
   * @param items exactly what is asked for, at least one, in layout order
   */
  record Lawful(InstitutionCode provider, List<ItemCode> items) implements InquiryDecision {
    public Lawful {
      items = List.copyOf(items);
    }
  }

  /**
   * It stays here.
   *
   * @param code the first rule that it breaks
   * @param provider who would have been asked, null when no provider was found
   * @param person 「符号」 of the person, null when none is bound
   */
  record Refused(ErrorCode code, @Nullable InstitutionCode provider, @Nullable LinkageCode person)
      implements InquiryDecision {}
}
