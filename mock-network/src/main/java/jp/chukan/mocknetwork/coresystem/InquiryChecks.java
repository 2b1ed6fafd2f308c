package jp.chukan.mocknetwork.coresystem;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the core holds every inquiry against before anybody else learns of it. */
@Component
final class InquiryChecks {
  private final LinkageCodeMint mint;
  private final PermissionLists lists;

  InquiryChecks(LinkageCodeMint mint, PermissionLists lists) {
    this.mint = mint;
    this.lists = lists;
  }

  /** Whether an inquiry may go to the provider. */
  sealed interface Result {
    /**
     * It may.
     *
     * @param atProvider the person, by the provider's own 「符号」
     */
    record Permitted(LinkageCode atProvider) implements Result {}

    /**
     * It may not.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Result {}
  }

  /**
   * Refuses, in this order:
   *
   * <ul>
   *   <li>{@link ErrorCode#TKY_NOT_PROVIDED} the 「符号」 is none of this inquirer (MS-31)
   *   <li>{@link ErrorCode#TKY_NO_LIST}, {@link ErrorCode#TKY_NOT_ON_LIST} (MS-103)
   *   <li>{@link ErrorCode#TKY_PERIOD} the wanted period ends before it begins
   * </ul>
   */
  Result check(Inquiry inquiry) {
    Optional<PersonId> person = mint.reveal(inquiry.subject(), inquiry.inquirer());
    if (person.isEmpty()) {
      return new Result.Refused(Refusal.of(ErrorCode.TKY_NOT_PROVIDED));
    }
    Optional<Refusal> refusal = lists.check(inquiry);
    if (refusal.isPresent()) {
      return new Result.Refused(refusal.get());
    }
    if (endsBeforeItBegins(inquiry.periodFrom(), inquiry.periodTo())) {
      return new Result.Refused(Refusal.of(ErrorCode.TKY_PERIOD));
    }
    return new Result.Permitted(mint.mint(person.get(), inquiry.provider()));
  }

  private static boolean endsBeforeItBegins(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from != null && to != null && to.isBefore(from);
  }
}
