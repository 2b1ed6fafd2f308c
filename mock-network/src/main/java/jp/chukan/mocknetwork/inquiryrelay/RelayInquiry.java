package jp.chukan.mocknetwork.inquiryrelay;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.InquiryResult;
import jp.chukan.contract.message.InquiryResultRequest;
import jp.chukan.mocknetwork.municipality.AddresseeHub;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.ServerOfMunicipality;
import jp.chukan.mocknetwork.municipality.ServerOfMunicipality.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A single inquiry of a business system, by message through the hub (MS-24). */
@Component
public final class RelayInquiry {
  private final JdbcClient jdbc;
  private final AddresseeHub hub;
  private final ServerOfMunicipality server;
  private final References references;
  private final InstantSource clock;

  RelayInquiry(
      JdbcClient jdbc,
      AddresseeHub hub,
      ServerOfMunicipality server,
      References references,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.hub = hub;
    this.server = server;
    this.references = references;
    this.clock = clock;
  }

  /**
   * What a business system wants to know.
   *
   * @param addressee the person, by its own 宛名番号
   * @param items the items wanted, empty for all of the layout
   */
  public record Wish(
      AddresseeNumber addressee,
      DepartmentCode department,
      UserId user,
      AffairCode affair,
      ProcedureCode procedure,
      ProviderDesignation provider,
      SpecificPersonalInformationCode information,
      List<ItemCode> items) {
    public Wish {
      items = List.copyOf(items);
    }

    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Wish[redacted]";
    }
  }

  /**
   * What became of a wish.
   *
   * @param reference by which the business system fetches the result, null when refused
   * @param processingNumber the exchange, null when refused
   * @param errorCode identifier of the catalogue, null when accepted or when the hub says why
   * @param message text for the staff, null when accepted; may name the person by number
   */
  public record Asked(
      @Nullable ReceptionNumber reference,
      @Nullable ProcessingNumber processingNumber,
      @Nullable String errorCode,
      @Nullable String message) {

    /** Never shows the message. */
    @Override
    public String toString() {
      return "Asked[" + errorCode + ", redacted]";
    }
  }

  public Asked ask(InstitutionCode institution, BusinessSystem system, Wish wish) {
    UnifiedAddresseeNumber unified =
        hub.resolve(institution, system, List.of(wish.addressee())).get(wish.addressee());
    if (unified == null) {
      return new Asked(null, null, null, ToldBack.UNKNOWN_ADDRESSEE);
    }
    var request =
        new InquiryRequest(
            server.header(institution, InquiryRequest.TYPE_ID),
            new InquiryRequest.Body(
                wish.department(), wish.user(), List.of(inquiry(wish, unified))));
    return switch (server.send(institution, "inquiries", request, InquiryAcceptance.class)) {
      case Reply.Refused<InquiryAcceptance>(var errorCode) ->
          new Asked(null, null, errorCode, null);
      case Reply.Answered<InquiryAcceptance>(var acceptance) ->
          keep(institution, system, wish, acceptance.body().results().getFirst());
    };
  }

  private static InquiryRequest.Inquiry inquiry(Wish wish, UnifiedAddresseeNumber unified) {
    return new InquiryRequest.Inquiry(
        new RecordIdentificationNumber(UUID.randomUUID().toString()),
        unified,
        wish.affair(),
        wish.procedure(),
        null,
        null,
        wish.provider(),
        wish.information(),
        wish.items(),
        null,
        null,
        null);
  }

  private Asked keep(
      InstitutionCode institution,
      BusinessSystem system,
      Wish wish,
      InquiryAcceptance.Result result) {
    ReceptionNumber receptionNumber = result.receptionNumber();
    if (receptionNumber == null) {
      return new Asked(null, null, result.errorCode(), result.errorMessage());
    }
    ReceptionNumber reference = references.next();
    jdbc.sql(
            """
            insert into hub_inquiry
              (reference, institution, business_system, addressee_number, reception_number,
               asked_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            reference.value(),
            institution.value(),
            system.name(),
            wish.addressee().value(),
            receptionNumber.value(),
            Timestamp.from(clock.instant()))
        .update();
    return new Asked(reference, result.processingNumber(), null, null);
  }

  /**
   * How an inquiry stands, for the business system that asked.
   *
   * @param addressee the person, by the business system's own 宛名番号
   * @param complete whether nothing will change any more
   * @param result what the server says
   */
  public record Standing(AddresseeNumber addressee, boolean complete, InquiryResult.Result result) {
    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Standing[redacted]";
    }
  }

  /**
   * Fetches the result.
   *
   * @return empty when this business system did not ask under this number
   * @throws IllegalStateException when the server refuses to tell
   */
  public Optional<Standing> result(
      InstitutionCode institution,
      BusinessSystem system,
      ReceptionNumber reference,
      DepartmentCode department,
      UserId user) {
    return jdbc.sql(
            """
            select addressee_number, reception_number from hub_inquiry
            where reference = ? and institution = ? and business_system = ?
            """)
        .params(reference.value(), institution.value(), system.name())
        .query(
            (row, n) ->
                fetch(
                    institution,
                    new AddresseeNumber(row.getString(1)),
                    new InquiryResultRequest.Body(
                        department, user, new ReceptionNumber(row.getString(2)))))
        .optional();
  }

  private Standing fetch(
      InstitutionCode institution, AddresseeNumber addressee, InquiryResultRequest.Body body) {
    var request =
        new InquiryResultRequest(server.header(institution, InquiryResultRequest.TYPE_ID), body);
    return switch (server.send(institution, "inquiry-results", request, InquiryResult.class)) {
      case Reply.Refused<InquiryResult>(var errorCode) ->
          throw new IllegalStateException("the server tells no result: " + errorCode);
      case Reply.Answered<InquiryResult>(var result) ->
          new Standing(addressee, result.body().complete(), result.body().results().getFirst());
    };
  }
}
