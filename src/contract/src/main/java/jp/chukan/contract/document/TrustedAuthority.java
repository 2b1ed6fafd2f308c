package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.util.Arrays;
import java.util.List;

/**
 * An authority on the 「信頼リスト」.
 *
 * @param certificate its certificate, DER
 * @param uses what the certificates are for that it may issue
 */
public record TrustedAuthority(
    @JsonProperty("Certificate") byte[] certificate,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Use") List<Use> uses) {

  /** What an authority may issue certificates for. */
  public enum Use {
    /** 「電子署名」 of documents, and encryption of answers. */
    DOCUMENTS,
    /** Connections. */
    TLS,
    /** 「時刻認証」. */
    TIME_STAMPS
  }

  public TrustedAuthority {
    certificate = certificate.clone();
    uses = uses == null ? List.of() : List.copyOf(uses);
  }

  @Override
  public byte[] certificate() {
    return certificate.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrustedAuthority that
        && Arrays.equals(certificate, that.certificate)
        && uses.equals(that.uses);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(certificate) + uses.hashCode();
  }

  @Override
  public String toString() {
    return "TrustedAuthority" + uses;
  }
}
