package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.Instant;
import java.util.List;

/**
 * One version of the 「照会許可照合リスト」 as the network publishes it.
 *
 * @param version counts up from 1
 * @param publishedAt when the network published it
 * @param entries every permitted inquiry
 */
@JsonRootName("IF_SCM_70101_R01")
public record PermissionMatchingList(
    @JsonProperty("Version") int version,
    @JsonProperty("PublishedAt") Instant publishedAt,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Entry")
        List<PermittedInquiry> entries) {
  public PermissionMatchingList {
    entries = entries == null ? List.of() : List.copyOf(entries);
  }
}
