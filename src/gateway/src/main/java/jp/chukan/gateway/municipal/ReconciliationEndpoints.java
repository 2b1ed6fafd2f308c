package jp.chukan.gateway.municipal;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import jp.chukan.gateway.reconciliation.Reconciliation;
import jp.chukan.gateway.reconciliation.Reconciliation.Counts;
import jp.chukan.gateway.reconciliation.Reconciliation.ItemCount;
import jp.chukan.gateway.reconciliation.ReconciliationState;
import jp.chukan.gateway.reconciliation.ReconciliationStates;
import jp.chukan.gateway.reconciliation.ReconciliationView;
import jp.chukan.gateway.reconciliation.RegisterForm;
import jp.chukan.gateway.reconciliation.RegisterSubmission;
import jp.chukan.gateway.reconciliation.RegisterSubmission.Bringer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A system of the municipality brings the register's file and asks how the comparison ended
 * (MS-52); what was found is seen by people at the console only. The file is a stream from the
 * socket on: no file of it is made here (MS-61).
 */
@RestController
class ReconciliationEndpoints {
  private static final String PATH = "/municipal/reconciliations";

  private final Flows flows;
  private final ReconciliationStates states;

  ReconciliationEndpoints(Flows flows, ReconciliationStates states) {
    this.flows = flows;
    this.states = states;
  }

  /**
   * How it stands, in numbers.
   *
   * @param number by which it is found
   * @param information 「特定個人情報名コード」
   * @param state how it stands
   * @param errorCode why it failed, null unless it did
   * @param records of the register's file
   * @param takenAt when it was taken
   * @param endedAt when it ended, null while it waits
   * @param counts what was compared, null unless it was
   * @param items in how many records which item differs
   */
  record ReconciliationReport(
      ReceptionNumber number,
      SpecificPersonalInformationCode information,
      ReconciliationState state,
      @Nullable String errorCode,
      int records,
      Instant takenAt,
      @Nullable Instant endedAt,
      @Nullable Counts counts,
      List<ItemCount> items) {

    static ReconciliationReport of(ReconciliationView view) {
      Reconciliation one = view.one();
      return new ReconciliationReport(
          one.number(),
          one.information(),
          one.state(),
          one.errorCode(),
          one.records(),
          one.takenAt(),
          one.endedAt(),
          one.counts(),
          view.items());
    }
  }

  /**
   * @param information whose 「副本」 it is compared with
   * @param items the items that alone are compared; none for all
   */
  @PostMapping(
      path = PATH + "/{information}",
      consumes = MediaType.APPLICATION_XML_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReconciliationReport xml(
      @AuthenticationPrincipal ClientIdentity client,
      @PathVariable String information,
      @RequestParam(name = "item", required = false) @Nullable List<String> items,
      InputStream body) {
    return take(client, information, items, RegisterForm.XML, body);
  }

  /** The same as CSV. */
  @PostMapping(
      path = PATH + "/{information}",
      consumes = "text/csv",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReconciliationReport csv(
      @AuthenticationPrincipal ClientIdentity client,
      @PathVariable String information,
      @RequestParam(name = "item", required = false) @Nullable List<String> items,
      InputStream body) {
    return take(client, information, items, RegisterForm.CSV, body);
  }

  private ReconciliationReport take(
      ClientIdentity client,
      String information,
      @Nullable List<String> items,
      RegisterForm form,
      InputStream body) {
    ReceptionNumber number =
        flows.call(
            Flow.TAKE_REGISTER_FILE,
            client.institution(),
            new RegisterSubmission(
                Bringer.client(client.name()),
                new SpecificPersonalInformationCode(information),
                items == null ? List.of() : items.stream().map(ItemCode::new).distinct().toList(),
                form,
                body),
            ReceptionNumber.class);
    return find(client, number);
  }

  @GetMapping(path = PATH + "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  ReconciliationReport state(
      @AuthenticationPrincipal ClientIdentity client, @PathVariable String number) {
    return find(client, new ReceptionNumber(number));
  }

  private ReconciliationReport find(ClientIdentity client, ReceptionNumber number) {
    return states
        .find(client.institution(), number)
        .map(ReconciliationReport::of)
        .orElseThrow(() -> InvalidInputException.of(ErrorCode.DBM_RECONCILIATION_UNKNOWN));
  }
}
