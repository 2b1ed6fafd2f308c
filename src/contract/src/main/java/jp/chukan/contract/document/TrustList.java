package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.Instant;
import java.util.List;

/**
 * One version of the 「信頼リスト」 as the network publishes it: whose certificates are believed, for
 * what, and by which algorithms the network lets messages be encrypted.
 *
 * @param version counts up from 1
 * @param publishedAt 発行日時
 * @param nextAt 次回更新: a newer version is there by then
 * @param authorities beside those that the installation knows by itself
 * @param profiles ids of the allowed {@link jp.chukan.contract.crypto.CryptoProfile}s, also of ones
 *     that this side does not speak
 */
@JsonRootName("IF_SCM_70201_R01")
public record TrustList(
    @JsonProperty("Version") int version,
    @JsonProperty("PublishedAt") Instant publishedAt,
    @JsonProperty("NextAt") Instant nextAt,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Authority")
        List<TrustedAuthority> authorities,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("CryptoProfile")
        List<String> profiles) {
  public TrustList {
    authorities = authorities == null ? List.of() : List.copyOf(authorities);
    profiles = profiles == null ? List.of() : List.copyOf(profiles);
  }
}
