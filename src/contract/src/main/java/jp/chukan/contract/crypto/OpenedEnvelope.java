package jp.chukan.contract.crypto;

/**
 * An envelope whose tag, binding and inner signature {@link EnvelopeOpener} has proved. Holds
 * personal data: prints nothing of them.
 */
public final class OpenedEnvelope {
  private final EnvelopeBinding binding;
  private final VerifiedDocument document;

  OpenedEnvelope(EnvelopeBinding binding, VerifiedDocument document) {
    this.binding = binding;
    this.document = document;
  }

  /** The binding as the provider sealed it, with its expiry. */
  public EnvelopeBinding binding() {
    return binding;
  }

  /** What the provider signed. */
  public VerifiedDocument document() {
    return document;
  }

  /** The plaintext; a copy. */
  public byte[] content() {
    return document.content();
  }

  @Override
  public String toString() {
    return "OpenedEnvelope[redacted]";
  }
}
