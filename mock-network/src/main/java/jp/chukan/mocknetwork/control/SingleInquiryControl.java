package jp.chukan.mocknetwork.control;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.mocknetwork.coresystem.ScheduleItem;
import jp.chukan.mocknetwork.inquiryrelay.RelayInquiry;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Single inquiries of a municipality's business systems, by message through its hub. */
@RestController
@RequestMapping("/control/municipalities/{code}/inquiries")
final class SingleInquiryControl {
  private final Municipalities municipalities;
  private final RelayInquiry relay;

  SingleInquiryControl(Municipalities municipalities, RelayInquiry relay) {
    this.municipalities = municipalities;
    this.relay = relay;
  }

  /**
   * What to ask about whom.
   *
   * @param system which business system asks, null for 住民記録
   * @param person position of the person in it; exactly one of this and the number is given
   * @param addresseeNumber 宛名番号 of the person in it
   * @param items items wanted, null for all of the layout
   * @param department null for the usual one
   * @param user null for the usual one
   */
  record Order(
      @Nullable BusinessSystem system,
      @Nullable Integer person,
      @Nullable AddresseeNumber addresseeNumber,
      SpecificPersonalInformationCode information,
      ProviderDesignation provider,
      ScheduleItem item,
      @Nullable List<ItemCode> items,
      @Nullable DepartmentCode department,
      @Nullable UserId user) {
    Order {
      if ((person == null) == (addresseeNumber == null)) {
        throw new IllegalArgumentException("either a person or an addresseeNumber");
      }
    }

    BusinessSystem asking() {
      return Objects.requireNonNullElse(system, BusinessSystem.RESIDENT_RECORDS);
    }
  }

  @PostMapping
  RelayInquiry.Asked ask(@PathVariable("code") String code, @RequestBody Order order) {
    var institution = new InstitutionCode(code);
    return relay.ask(
        institution,
        order.asking(),
        new RelayInquiry.Wish(
            addressee(institution, order),
            Objects.requireNonNullElse(order.department(), InquiryFiles.DEPARTMENT),
            Objects.requireNonNullElse(order.user(), InquiryFiles.USER),
            order.item().affair(),
            order.item().procedure(),
            order.provider(),
            order.information(),
            Objects.requireNonNullElse(order.items(), List.of())));
  }

  private AddresseeNumber addressee(InstitutionCode institution, Order order) {
    Integer person = order.person();
    return person == null
        ? Objects.requireNonNull(order.addresseeNumber())
        : municipalities
            .members(institution, order.asking(), person, person + 1)
            .getFirst()
            .addresseeNumber();
  }

  /**
   * How an inquiry stands.
   *
   * @param addresseeNumber the person, by the business system's own 宛名番号
   * @param complete whether nothing will change any more
   * @param errorCode identifier of the catalogue, null when normal
   * @param items value by item, empty when nothing was provided
   */
  record Result(
      AddresseeNumber addresseeNumber,
      boolean complete,
      @Nullable ProcessingNumber processingNumber,
      InquiryStatus status,
      @Nullable String errorCode,
      Map<String, @Nullable String> items) {
    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Result[redacted]";
    }
  }

  @GetMapping("/{reference}")
  ResponseEntity<Result> result(
      @PathVariable("code") String code,
      @PathVariable("reference") String reference,
      @RequestParam("system") BusinessSystem system,
      @RequestParam(name = "department", required = false) @Nullable String department,
      @RequestParam(name = "user", required = false) @Nullable String user) {
    return ResponseEntity.of(
        relay
            .result(
                new InstitutionCode(code),
                system,
                new ReceptionNumber(reference),
                department == null ? InquiryFiles.DEPARTMENT : new DepartmentCode(department),
                user == null ? InquiryFiles.USER : new UserId(user))
            .map(SingleInquiryControl::view));
  }

  private static Result view(RelayInquiry.Standing standing) {
    Map<String, @Nullable String> items = new TreeMap<>();
    standing.result().items().forEach(item -> items.put(item.code().value(), item.value()));
    return new Result(
        standing.addressee(),
        standing.complete(),
        standing.result().processingNumber(),
        standing.result().status(),
        standing.result().errorCode(),
        items);
  }
}
