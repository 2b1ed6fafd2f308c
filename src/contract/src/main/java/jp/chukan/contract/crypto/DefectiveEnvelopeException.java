package jp.chukan.contract.crypto;

import org.jspecify.annotations.Nullable;

/** An envelope that does not open, and why; becomes one and the same refusal for everybody else. */
final class DefectiveEnvelopeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final EnvelopeDefect defect;

  DefectiveEnvelopeException(EnvelopeDefect defect) {
    this(defect, null);
  }

  DefectiveEnvelopeException(EnvelopeDefect defect, @Nullable Throwable cause) {
    super(defect.name(), cause);
    this.defect = defect;
  }

  EnvelopeDefect defect() {
    return defect;
  }
}
