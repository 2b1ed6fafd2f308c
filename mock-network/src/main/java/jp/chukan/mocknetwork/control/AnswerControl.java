package jp.chukan.mocknetwork.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.coresystem.AnswerFault;
import jp.chukan.mocknetwork.coresystem.AnswerFaults;
import jp.chukan.mocknetwork.coresystem.Spoiling;
import jp.chukan.mocknetwork.provider.HeldInformation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the served municipalities get for their inquiries, and what goes wrong with it. */
@RestController
final class AnswerControl {
  private static final Duration USUAL_DELAY = Duration.ofSeconds(2);
  private final AnswerFaults faults;
  private final HeldInformation held;

  AnswerControl(AnswerFaults faults, HeldInformation held) {
    this.faults = faults;
    this.held = held;
  }

  /**
   * What goes wrong with the answers to the next inquiries.
   *
   * @param fault null for nothing
   * @param count with how many, null for one
   * @param thenRight whether the right answer follows
   * @param delayMillis how late a late answer comes, and one that follows
   */
  record Order(
      @Nullable AnswerFault fault,
      @Nullable Integer count,
      boolean thenRight,
      @Nullable Long delayMillis) {}

  @PostMapping("/control/answer-faults")
  Order spoil(@RequestBody Order order) {
    AnswerFault fault = order.fault();
    faults.order(
        fault == null
            ? null
            : new Spoiling(
                fault,
                order.thenRight(),
                order.delayMillis() == null ? USUAL_DELAY : Duration.ofMillis(order.delayMillis())),
        Objects.requireNonNullElse(order.count(), 1));
    return order;
  }

  /**
   * What an exchange must bring, as a provider of this country sees it.
   *
   * @param state WAITING, HELD, SILENT, PROVIDED or REFUSED
   * @param errorCode identifier of the catalogue, null unless it refuses
   * @param items value by item, in layout order; without entries unless it provides
   */
  record Original(
      InstitutionCode provider,
      String state,
      @Nullable String errorCode,
      // an item without a value has its place all the same
      @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable String> items) {
    /** Never shows the items: they are about a person. */
    @Override
    public String toString() {
      return "Original[" + provider + ", " + state + ", redacted]";
    }
  }

  @GetMapping("/control/exchanges/{number}/original")
  ResponseEntity<Original> original(@PathVariable("number") String number) {
    return ResponseEntity.of(held.of(new ProcessingNumber(number)).map(AnswerControl::view));
  }

  private static Original view(HeldInformation.Original original) {
    Map<String, @Nullable String> items = new LinkedHashMap<>();
    original.items().forEach(item -> items.put(item.code().value(), item.value()));
    return new Original(original.provider(), original.state(), original.errorCode(), items);
  }
}
