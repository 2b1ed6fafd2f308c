package jp.chukan.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationQuery;
import jp.chukan.gateway.export.AskForExport;
import jp.chukan.gateway.export.ExportOutcome;
import jp.chukan.gateway.export.ExportRequest;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.testing.RunningGateway;

/** Asks for the 「操作ログ」 as a file, as its page does. */
public final class TestOperationExport {
  private TestOperationExport() {}

  /**
   * Asks for what is too much without approval.
   *
   * @param addressee whom it is about
   * @return number of the application
   */
  public static String apply(
      RunningGateway gateway, StaffIdentity who, UnifiedAddresseeNumber addressee) {
    ExportOutcome.OfAsking outcome =
        gateway
            .context()
            .getBean(AskForExport.class)
            .ask(
                who,
                new ExportRequest<>(
                    gateway.context().getBean(OperationSheet.class),
                    new OperationQuery(null, null, null, OperationKind.VIEW, addressee),
                    "console.operations.file",
                    "架空の目的"));
    assertThat(outcome).isInstanceOf(ExportOutcome.Applied.class);
    return ((ExportOutcome.Applied) outcome).number().value();
  }
}
