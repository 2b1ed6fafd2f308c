package jp.chukan.mocknetwork.coresystem;

import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.document.ProvisionPermit;
import org.jspecify.annotations.Nullable;

/** The way from the core to the providers that this application plays itself. */
public interface ProviderLink {
  /** Takes the request over, inside the transaction of the core's own record. */
  void receive(Request request);

  /**
   * 「提供要求」 to a provider of this country.
   *
   * @param permit what allows it, and who asks whom for what
   * @param subject the person, by the provider's own 「符号」
   * @param items exactly the items wanted
   * @param periodFrom first day of the wanted period, null when open
   * @param periodTo last day of the wanted period, null when open
   * @param certificate X.509 certificate (DER) of the inquirer's encryption key
   * @param spoiling what goes wrong with the answer, null for nothing
   */
  record Request(
      ProvisionPermit permit,
      LinkageCode subject,
      List<ItemCode> items,
      @Nullable LocalDate periodFrom,
      @Nullable LocalDate periodTo,
      byte[] certificate,
      @Nullable Spoiling spoiling) {
    public Request {
      items = List.copyOf(items);
    }

    /** Shows the permit: the rest is about a person. */
    @Override
    public String toString() {
      return "Request[" + permit.id() + ", redacted]";
    }
  }
}
