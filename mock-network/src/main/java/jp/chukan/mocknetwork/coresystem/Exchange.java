package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as it stands at the core.
 *
 * @param processingNumber the exchange
 * @param inquirer who asked
 * @param provider who is to answer
 * @param state how far it is
 * @param errorCode identifier of the catalogue, null unless refused
 * @param inquiredAt when it was asked
 * @param answeredAt when the answer came, null before
 * @param permitId its permit, null when the core issued none
 * @param answerDigest SHA-256 of the answer taken, null before
 * @param answersReceived how often an answer arrived, repetitions included
 */
public record Exchange(
    ProcessingNumber processingNumber,
    InstitutionCode inquirer,
    InstitutionCode provider,
    State state,
    @Nullable String errorCode,
    Instant inquiredAt,
    @Nullable Instant answeredAt,
    @Nullable PermitId permitId,
    byte @Nullable [] answerDigest,
    int answersReceived) {

  /** How far an exchange is. */
  public enum State {
    PENDING,
    ANSWERED,
    REFUSED,
    REFUSED_BY_CORE
  }
}
