package jp.chukan.mocknetwork.municipality;

import java.time.LocalDate;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.CitizenNoticeRegistration;
import jp.chukan.mocknetwork.municipality.ServerOfMunicipality.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a resident something through the intermediate server: 「お知らせ」. */
@Component
public final class NotifyResident {
  private final ServerOfMunicipality server;

  NotifyResident(ServerOfMunicipality server) {
    this.server = server;
  }

  /** Whether the server took it. */
  public sealed interface Outcome {
    /** Under this number. */
    record Taken(ReceptionNumber number) implements Outcome {}

    /**
     * Not.
     *
     * @param errorCode identifier of the catalogue, null when the server gave none
     */
    record Refused(@Nullable String errorCode) implements Outcome {}
  }

  /**
   * @param record the municipality's own key: the same again changes nothing
   */
  public Outcome tell(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      String record,
      String title,
      String text,
      LocalDate from,
      LocalDate to) {
    var message =
        new CitizenNoticeRegistration(
            server.header(institution, CitizenNoticeRegistration.TYPE_ID),
            new CitizenNoticeRegistration.Body(
                RequestLinkageCodes.DEPARTMENT,
                RequestLinkageCodes.USER,
                new RecordIdentificationNumber(record),
                addressee,
                title,
                text,
                from,
                to));
    return switch (server.send(institution, "notices", message, Acknowledgement.class)) {
      case Reply.Answered<Acknowledgement>(var answer) ->
          new Outcome.Taken(Objects.requireNonNull(answer.header().receptionNumber()));
      case Reply.Refused<Acknowledgement>(var errorCode) -> new Outcome.Refused(errorCode);
    };
  }
}
