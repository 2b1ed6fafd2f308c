package jp.chukan.mocknetwork.coresystem;

import java.util.concurrent.CompletableFuture;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/** The way from the core to the intermediate server; every message is signed by the network. */
public interface ServerLink {
  CompletableFuture<Outcome> sendProvisionRequest(
      InstitutionCode provider, byte[] signed, Transport transport);

  CompletableFuture<Outcome> sendLinkageCodes(InstitutionCode institution, byte[] signed);

  /**
   * Offers the server the answer to one of its inquiries, once; fails when it did not take or
   * refuse it.
   */
  CompletableFuture<Outcome> offerInquiryAnswer(InstitutionCode inquirer, byte[] signed);

  CompletableFuture<Outcome> sendPermissionList(byte[] signed);

  /** Whether the server took a message. */
  sealed interface Outcome {
    record Accepted() implements Outcome {}

    /**
     * Refused at the edge of the server.
     *
     * @param errorCode identifier of the catalogue, null when the server gave none
     */
    record Refused(@Nullable String errorCode) implements Outcome {}
  }
}
