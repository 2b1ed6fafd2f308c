package jp.chukan.gateway.permit;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.XmlDocuments;

/** A 「経路情報」 that the network has signed; says nothing yet about when and for what it is. */
public final class VerifiedInquirerPath {
  private static final int FEWEST_HOPS = 2;

  private final InquirerPath path;

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the document is not a path
   */
  VerifiedInquirerPath(VerifiedDocument document) {
    this.path = XmlDocuments.read(InquirerPath.class, document.content());
  }

  /** Over which institutions the answer goes, the interface system first, the inquirer last. */
  public List<InstitutionCode> hops() {
    return path.hops();
  }

  boolean isValidAt(Instant instant) {
    return instant.isBefore(path.expiresAt());
  }

  /** Whether it leads from the interface system to the inquirer of this very exchange (MS-04). */
  boolean isFor(ExchangeFacts exchange, InstitutionCode interfaceSystem) {
    List<InstitutionCode> hops = path.hops();
    return path.processingNumber().equals(exchange.processingNumber())
        && hops.size() >= FEWEST_HOPS
        && hops.get(0).equals(interfaceSystem)
        && hops.get(hops.size() - 1).equals(exchange.inquirer());
  }

  @Override
  public String toString() {
    return "VerifiedInquirerPath[" + path.pathId() + "]";
  }
}
