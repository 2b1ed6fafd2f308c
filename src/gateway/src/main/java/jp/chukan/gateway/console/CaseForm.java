package jp.chukan.gateway.console;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.provision.ContentDigest;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in on the page of a held case; it travels in the body of a POST only.
 *
 * @param deed name of what is to be done
 * @param version which one the person has seen
 * @param seen which content the person has seen
 * @param withheld codes of the items that are not to leave
 * @param purpose why the person has opened the case
 * @param comment ground, reason or question
 */
record CaseForm(
    @Nullable String deed,
    @Nullable String version,
    @Nullable String seen,
    @Nullable List<String> withheld,
    @Nullable String purpose,
    @Nullable String comment) {

  static CaseForm opened(@Nullable String purpose) {
    return new CaseForm(null, null, null, null, purpose, null);
  }

  /**
   * @throws InvalidInputException when it is no number
   */
  int versionSeen() {
    if (version == null || !version.matches("[0-9]{1,9}")) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "version");
    }
    return Integer.parseInt(version);
  }

  /**
   * @throws InvalidInputException when it has another form
   */
  ContentDigest contentSeen() {
    return new ContentDigest(seen == null ? "" : seen);
  }

  /**
   * @throws InvalidInputException when a code has another form
   */
  Set<ItemCode> withheldItems() {
    return codes().stream().map(ItemCode::new).collect(Collectors.toUnmodifiableSet());
  }

  boolean withholds() {
    return !codes().isEmpty();
  }

  /** Whether the item was marked; for the page that comes back. */
  public boolean withholds(String code) {
    return codes().contains(code);
  }

  private List<String> codes() {
    return withheld == null ? List.of() : withheld;
  }

  /**
   * @throws InvalidInputException when it is empty, too long, or holds what no comment may
   */
  StaffComment requiredComment() {
    return new StaffComment(comment == null ? "" : comment.strip());
  }

  /**
   * @return null when nothing was written
   * @throws InvalidInputException when it is too long, or holds what no comment may
   */
  @Nullable StaffComment optionalComment() {
    return comment == null || comment.isBlank() ? null : requiredComment();
  }

  /** Never shows what was written: it may speak of a citizen. */
  @Override
  public String toString() {
    return "CaseForm[redacted]";
  }
}
