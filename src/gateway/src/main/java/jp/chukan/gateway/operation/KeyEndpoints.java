package jp.chukan.gateway.operation;

import java.io.InputStream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.crypto.ReloadKeys;
import jp.chukan.gateway.kernel.JobProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operator looks at the keys, has them read again, and has data keys destroyed. */
@RestController
class KeyEndpoints {
  private static final String PATH = "/operation/keys";
  private static final int LARGEST = 4 << 10;

  private final KeyOverview overview;
  private final ReloadKeys reload;
  private final DestroyInstitutionKeys destroy;
  private final OrderReader orders;

  KeyEndpoints(
      KeyOverview overview, ReloadKeys reload, DestroyInstitutionKeys destroy, OrderReader orders) {
    this.overview = overview;
    this.reload = reload;
    this.destroy = destroy;
    this.orders = orders;
  }

  /**
   * Whose data keys are to be destroyed.
   *
   * @param institution 「機関コード」
   * @param confirmation the same once more, as somebody typed it
   */
  record Order(@Nullable InstitutionCode institution, @Nullable String confirmation) {}

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  KeyOverview.View all() {
    return overview.all();
  }

  /** At once, on this node; the other nodes do so by themselves. */
  @PostMapping(path = PATH + "/reload", produces = MediaType.APPLICATION_JSON_VALUE)
  KeyOverview.View reload() {
    reload.reload(JobProgress.unfollowed());
    return overview.all();
  }

  @PostMapping(
      path = PATH + "/destruction",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Order destroy(InputStream body) {
    Order order = orders.read(body, LARGEST, Order.class);
    if (order.institution() == null) {
      throw InvalidInputException.of(ErrorCode.SYM_MISSING_ELEMENT);
    }
    ErrorCode refusal = destroy.destroy(order.institution(), order.confirmation());
    if (refusal != null) {
      throw InvalidInputException.of(refusal);
    }
    return order;
  }
}
