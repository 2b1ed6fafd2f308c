package jp.chukan.mocknetwork.control;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.coresystem.CoreExchanges;
import jp.chukan.mocknetwork.coresystem.Exchange;
import jp.chukan.mocknetwork.coresystem.ExchangeFault;
import jp.chukan.mocknetwork.coresystem.InquiryOutcome;
import jp.chukan.mocknetwork.coresystem.ScheduleItem;
import jp.chukan.mocknetwork.coresystem.Transport;
import jp.chukan.mocknetwork.inquirer.AskProvider;
import jp.chukan.mocknetwork.inquirer.InquirerRecords;
import jp.chukan.mocknetwork.interfacesystem.ReceptionFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Has inquirers ask, with faults on demand, and shows what became of it. */
@RestController
final class InquiryControl {
  private static final Duration USUAL_DELAY = Duration.ofSeconds(2);
  private final Questions questions;
  private final AskProvider asking;
  private final BatchInquiries batches;
  private final CoreExchanges exchanges;
  private final InquirerRecords inquirerRecords;
  private final ReceptionFaults receptionFaults;

  InquiryControl(
      Questions questions,
      AskProvider asking,
      BatchInquiries batches,
      CoreExchanges exchanges,
      InquirerRecords inquirerRecords,
      ReceptionFaults receptionFaults) {
    this.questions = questions;
    this.asking = asking;
    this.batches = batches;
    this.exchanges = exchanges;
    this.inquirerRecords = inquirerRecords;
    this.receptionFaults = receptionFaults;
  }

  /**
   * One inquiry.
   *
   * @param inquirer who asks
   * @param provider which municipality is asked
   * @param item item of 別表第二
   * @param resident position of the resident asked about
   * @param items items wanted, null for all of the layout
   * @param faults what goes wrong
   * @param deliveries how often the request is delivered, null for once
   * @param delayMillis how long the fault DELAY lasts
   */
  record Order(
      InstitutionCode inquirer,
      InstitutionCode provider,
      ScheduleItem item,
      int resident,
      @Nullable List<ItemCode> items,
      @Nullable Set<ExchangeFault> faults,
      @Nullable Integer deliveries,
      @Nullable Long delayMillis) {
    Transport transport() {
      return new Transport(
          Objects.requireNonNullElse(faults, Set.of()),
          Objects.requireNonNullElse(deliveries, 1),
          delayMillis == null ? USUAL_DELAY : Duration.ofMillis(delayMillis));
    }
  }

  record Asked(ProcessingNumber processingNumber, String coreOutcome, @Nullable String errorCode) {}

  record Batch(List<ProcessingNumber> processingNumbers) {}

  /**
   * How far an exchange is.
   *
   * @param state state at the core
   * @param errorCode identifier of the catalogue, null unless refused
   * @param matchesOriginal whether the opened answer says what the register says, null before
   * @param answersReceived how often an answer arrived, repetitions included
   * @param elapsedMillis from inquiry to answer, null before
   */
  record Progress(
      ProcessingNumber processingNumber,
      Exchange.State state,
      @Nullable String errorCode,
      @Nullable Boolean matchesOriginal,
      int answersReceived,
      @Nullable Long elapsedMillis) {}

  /**
   * Fault of the interface system itself.
   *
   * @param answers what happens to arriving answers
   * @param count to how many of them, null for one
   * @param delayMillis how long DELAY lasts
   */
  record Reception(
      ReceptionFaults.Kind answers, @Nullable Integer count, @Nullable Long delayMillis) {}

  @PostMapping("/control/inquiries")
  Asked inquire(@RequestBody Order order) {
    AskProvider.Asked asked =
        asking.ask(
            questions.question(
                order.inquirer(),
                order.provider(),
                order.item(),
                order.resident(),
                order.items(),
                order.transport()));
    return switch (asked.outcome()) {
      case InquiryOutcome.Sent() -> new Asked(asked.processingNumber(), "SENT", null);
      case InquiryOutcome.Refused(var refusal) ->
          new Asked(asked.processingNumber(), "REFUSED", refusal.code().id());
    };
  }

  @PostMapping("/control/inquiries/batch")
  Batch inquireMany(@RequestBody BatchInquiries.Order order) {
    return new Batch(batches.ask(order));
  }

  @GetMapping("/control/exchanges/{number}")
  ResponseEntity<Progress> exchange(@PathVariable("number") String number) {
    return ResponseEntity.of(exchanges.find(new ProcessingNumber(number)).map(this::progress));
  }

  private Progress progress(Exchange exchange) {
    return new Progress(
        exchange.processingNumber(),
        exchange.state(),
        exchange.errorCode(),
        inquirerRecords.matchesOriginal(exchange.processingNumber()).orElse(null),
        exchange.answersReceived(),
        exchange.answeredAt() == null
            ? null
            : Duration.between(exchange.inquiredAt(), exchange.answeredAt()).toMillis());
  }

  @PostMapping("/control/faults")
  Reception faults(@RequestBody Reception reception) {
    receptionFaults.set(
        new ReceptionFaults.Fault(
            reception.answers(),
            Objects.requireNonNullElse(reception.count(), 1),
            reception.delayMillis() == null
                ? USUAL_DELAY
                : Duration.ofMillis(reception.delayMillis())));
    return reception;
  }
}
