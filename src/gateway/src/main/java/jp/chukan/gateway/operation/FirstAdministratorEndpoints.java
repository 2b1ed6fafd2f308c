package jp.chukan.gateway.operation;

import java.io.InputStream;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.staff.account.AccountRefusal;
import jp.chukan.gateway.staff.account.FirstAdministratorCode.Made;
import jp.chukan.gateway.staff.account.FirstAdministratorCode.Refused;
import jp.chukan.gateway.staff.account.MakeFirstAdministratorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The operator has a one-time code made for the first administrator of an institution, and for
 * nobody once there is one: from then on the institution rules over its staff itself.
 */
@RestController
class FirstAdministratorEndpoints {
  private static final int LARGEST = 4 << 10;

  private final MakeFirstAdministratorCode make;
  private final OrderReader orders;

  FirstAdministratorEndpoints(MakeFirstAdministratorCode make, OrderReader orders) {
    this.make = make;
    this.orders = orders;
  }

  /**
   * Who is to be the first administrator.
   *
   * @param institution 「機関コード」
   * @param user 「ユーザーID」
   * @param name of the person
   */
  record Order(
      @Nullable InstitutionCode institution, @Nullable UserId user, @Nullable String name) {

    /** Never shows the name. */
    @Override
    public String toString() {
      return "Order[" + institution + ", " + user + "]";
    }
  }

  /**
   * The code, shown this once.
   *
   * @param code the code itself
   * @param expiresAt when it is worth nothing any more
   */
  record Answer(String code, Instant expiresAt) {

    /** Never shows the code. */
    @Override
    public String toString() {
      return "Answer[until " + expiresAt + "]";
    }
  }

  @PostMapping(
      path = "/operation/first-administrators",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Answer make(@AuthenticationPrincipal ClientIdentity client, InputStream body) {
    Order order = orders.read(body, LARGEST, Order.class);
    if (order.institution() == null || order.user() == null || order.name() == null) {
      throw InvalidInputException.of(ErrorCode.SYM_MISSING_ELEMENT);
    }
    return switch (make.make(order.institution(), order.user(), order.name(), client.name())) {
      case Made made -> new Answer(made.code(), made.expiresAt());
      case Refused refused -> throw InvalidInputException.of(code(refused.refusal()));
    };
  }

  private static ErrorCode code(AccountRefusal refusal) {
    return switch (refusal) {
      case ADMINISTRATOR_EXISTS -> ErrorCode.SCM_ADMINISTRATOR_EXISTS;
      case EXISTS -> ErrorCode.SCM_USER_EXISTS;
      case UNKNOWN -> ErrorCode.SYM_DESTINATION;
      default -> ErrorCode.SYM_CODE_FORM;
    };
  }
}
