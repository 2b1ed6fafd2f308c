package jp.chukan.contract.crypto;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an envelope does not open, for this side's operators. Whoever sent it is told {@link
 * jp.chukan.contract.error.ErrorCode#SCM_ENVELOPE} or nothing, never which of these it was. Says
 * nothing of the content.
 */
public enum EnvelopeDefect {
  /** The exchange is of a profile that this side does not speak. */
  PROFILE,
  /** No AuthEnvelopedData, or none that can be read. */
  STRUCTURE,
  /** The same could have been written in other bytes. */
  ENCODING,
  /** Originator or attributes that the profile has no use for. */
  FIELDS,
  /** The content is encrypted in another way. */
  CONTENT_ENCRYPTION,
  /** Tag or nonce of another length. */
  TAG_LENGTH,
  /** Not exactly one recipient. */
  RECIPIENT_COUNT,
  /** The key of the content is handed over in a way that the profile does not have. */
  RECIPIENT_ALGORITHM,
  /** For the holder of another certificate. */
  OTHER_RECIPIENT,
  /** The key of the content does not unwrap: altered, or made for another key. */
  CONTENT_KEY,
  /** The tag does not prove the content. */
  TAG,
  /** The expected provider did not sign what is inside. */
  SIGNATURE,
  /** No binding, or that of another exchange, key or profile. */
  BINDING,
  /** Its time is over. */
  EXPIRED;

  /** The reason that stands in the chain of causes, or empty when this was no envelope's fault. */
  public static Optional<EnvelopeDefect> in(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DefectiveEnvelopeException defective) {
        return Optional.of(defective.defect());
      }
    }
    return Optional.empty();
  }
}
