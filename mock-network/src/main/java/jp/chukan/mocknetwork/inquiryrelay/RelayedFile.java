package jp.chukan.mocknetwork.inquiryrelay;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import org.jspecify.annotations.Nullable;

/**
 * A file of a business system on its way through the hub.
 *
 * @param reference number by which the hub knows it
 * @param institution whose hub
 * @param system which business system handed it in
 * @param fileName name that the business system gave it
 * @param sentName name under which it goes to the server: the hub's own, because the names of
 *     several systems may be the same
 * @param lines how many lines it has
 * @param toldBack how many of them the hub does not send
 * @param handedInAt when
 * @param state how far it is
 * @param receptionNumber number that the server gave, null before
 * @param errorCode why the server refused the whole file, null unless it did
 * @param errorPlace line and field of that, null when not about one
 */
public record RelayedFile(
    ReceptionNumber reference,
    InstitutionCode institution,
    BusinessSystem system,
    String fileName,
    String sentName,
    int lines,
    int toldBack,
    Instant handedInAt,
    State state,
    @Nullable ReceptionNumber receptionNumber,
    @Nullable String errorCode,
    @Nullable String errorPlace) {

  /** How far a file is. */
  public enum State {
    /** Not with the server yet. */
    WAITING,
    /** The server has it. */
    SENT,
    /** The server refused it as a whole. */
    REFUSED,
    /** The result is there for the business system. */
    COMPLETE
  }
}
