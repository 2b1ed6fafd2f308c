package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;

/**
 * 「経路情報」: over which hops the answer goes; institutions, never addresses to dial.
 *
 * @param pathId names this path
 * @param processingNumber the exchange that it is for
 * @param hops the interface system first, the inquirer last
 * @param expiresAt not valid from then on
 */
@JsonRootName("InquirerPath")
public record InquirerPath(
    @JsonProperty("PathId") String pathId,
    @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Hop") List<InstitutionCode> hops,
    @JsonProperty("ExpiresAt") Instant expiresAt) {
  public InquirerPath {
    hops = hops == null ? List.of() : List.copyOf(hops);
  }
}
