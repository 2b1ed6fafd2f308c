package jp.chukan.gateway.municipal;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.access.RequestBody;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantSet;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.Grants;
import jp.chukan.gateway.staff.ReplaceGrants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The institution sets who of its staff may ask or provide for which 「事務」, and lists it (JN-36).
 */
@RestController
class GrantEndpoints {
  private static final int LARGEST_FILE = 16 << 20;

  private final ReplaceGrants replaceGrants;
  private final Grants grants;
  private final InstitutionTransactions transactions;

  GrantEndpoints(ReplaceGrants replaceGrants, Grants grants, InstitutionTransactions transactions) {
    this.replaceGrants = replaceGrants;
    this.grants = grants;
    this.transactions = transactions;
  }

  /** All grants in force; without a number none were ever set. */
  record GrantReport(
      @Nullable Integer number,
      @Nullable Instant changedAt,
      @Nullable String changedBy,
      List<GrantView> grants) {

    static GrantReport of(GrantSet set) {
      return new GrantReport(
          set.number(),
          set.changedAt(),
          set.changedBy(),
          set.grants().stream().map(GrantView::of).toList());
    }
  }

  /** One of them. */
  record GrantView(
      UserId user,
      DepartmentCode department,
      AffairCode affair,
      GrantedFunction function,
      LocalDate from,
      LocalDate to,
      String reason) {

    static GrantView of(Grant grant) {
      return new GrantView(
          grant.user(),
          grant.department(),
          grant.affair(),
          grant.function(),
          grant.from(),
          grant.to(),
          grant.reason());
    }
  }

  @PutMapping(
      path = "/municipal/grants",
      consumes = "text/csv",
      produces = MediaType.APPLICATION_JSON_VALUE)
  GrantReport replace(@AuthenticationPrincipal ClientIdentity client, InputStream body) {
    return GrantReport.of(
        replaceGrants.replace(
            client.institution(), client.name(), RequestBody.read(body, LARGEST_FILE)));
  }

  @GetMapping(path = "/municipal/grants", produces = MediaType.APPLICATION_JSON_VALUE)
  GrantReport list(@AuthenticationPrincipal ClientIdentity client) {
    return transactions.within(
        client.institution(),
        () ->
            grants
                .inForce()
                .map(GrantReport::of)
                .orElseGet(() -> new GrantReport(null, null, null, List.of())));
  }
}
