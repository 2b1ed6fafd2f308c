package jp.chukan.gateway.browser;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;

/**
 * Something to see on every page of 石巻市: a held case with its record and its messages, a file of
 * inquiries, operations.
 *
 * @param held the case
 * @param reception 「受付番号」 of the file
 */
record ConsoleContents(HeldCase held, String reception) {

  static ConsoleContents in(RunningGateway gateway) {
    HeldCase held = HeldCase.at(gateway, ISHINOMAKI);
    InstantSource clock = gateway.context().getBean(InstantSource.class);
    keepOperations(gateway, clock);
    return new ConsoleContents(held, insertInquiries(gateway, clock));
  }

  /** Where something of 石巻市 is to be seen or done; a number in it is one of 石巻市. */
  String addressOf(ConsoleMap.Entry entry) {
    return entry.hasNumber() ? entry.with(numberFor(entry)) : entry.pattern();
  }

  private String numberFor(ConsoleMap.Entry entry) {
    return Map.of(
            "/console/approvals/", held.id(),
            "/console/exchanges/", held.number(),
            "/console/inquiries/", reception)
        .entrySet()
        .stream()
        .filter(sample -> entry.pattern().startsWith(sample.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no number is known for " + entry));
  }

  /** The query that asks 照会許可照合リスト whether what is held was permitted. */
  String question() {
    ProvisionDraft draft = held.draft();
    return "inquirer=%s&affair=%s&procedure=%s&provider=%s&information=%s"
        .formatted(
            draft.inquirer, draft.affair, draft.procedure, draft.provider, draft.information);
  }

  private static void keepOperations(RunningGateway gateway, InstantSource clock) {
    OperationLog log = gateway.context().getBean(OperationLog.class);
    gateway
        .context()
        .getBean(InstitutionTransactions.class)
        .run(
            ISHINOMAKI,
            () -> {
              for (OperationKind kind : OperationKind.values()) {
                log.append(
                    new Operation(
                        ISHINOMAKI,
                        new UserId("kakuu-01"),
                        kind,
                        "console.records",
                        kind != OperationKind.LOGIN_FAILED,
                        null,
                        null,
                        "架空の目的",
                        clock.instant()));
              }
            });
  }

  private static String insertInquiries(RunningGateway gateway, InstantSource clock) {
    String reception = ProvisionDraft.freshNumber().value();
    gateway
        .database()
        .everything()
        .sql(
            """
            insert into inquiry_request values (:institution, :reception, 'FILE',
              'P640R110_' || :reception || '.DAT', sha256('x'), 2, :at, null);
            insert into inquiry (institution_code, processing_number, reception_number, line_number,
              state, error_code, received_at, answer_until)
            values (:institution, :one, :reception, 1, 'SENT', null, :at, :until),
                   (:institution, :other, :reception, 2, 'REFUSED', 'SKI-0206', :at, :until)
            """)
        .param("institution", ISHINOMAKI.value())
        .param("reception", reception)
        .param("one", ProvisionDraft.freshNumber().value())
        .param("other", ProvisionDraft.freshNumber().value())
        .param("at", clock.instant().minusSeconds(7200).atOffset(ZoneOffset.UTC))
        .param("until", clock.instant().plusSeconds(3600).atOffset(ZoneOffset.UTC))
        .update();
    return reception;
  }
}
