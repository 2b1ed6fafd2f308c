package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;

/**
 * 「情報提供等記録の照合リスト」: the records of the network, and of the other parties that report to it, of the
 * exchanges of one institution in a period.
 *
 * @param institution whose exchanges
 * @param from beginning of the period by the time of the inquiry
 * @param to end of the period, which does not belong to it
 * @param publishedAt when the network wrote the list
 * @param reportingParties whose own records are among them; of others nothing is known here
 * @param records all of them
 */
@JsonRootName("IF_TKM_50201_R01")
public record ExchangeRecordList(
    @JsonProperty("Institution") InstitutionCode institution,
    @JsonProperty("From") Instant from,
    @JsonProperty("To") Instant to,
    @JsonProperty("PublishedAt") Instant publishedAt,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("ReportingParty")
        List<InstitutionCode> reportingParties,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Record")
        List<ReportedExchange> records) {

  public ExchangeRecordList {
    reportingParties = reportingParties == null ? List.of() : List.copyOf(reportingParties);
    records = records == null ? List.of() : List.copyOf(records);
  }
}
