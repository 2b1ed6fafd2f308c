package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import org.jspecify.annotations.Nullable;

/**
 * 「お知らせ」 of an institution to one person, those of the day.
 *
 * @param processingNumber 「処理通番」 of the request that this answers
 * @param institution who tells
 * @param notices those that are not read first, then the newest first
 */
@JsonRootName("CitizenNotices")
public record CitizenNotices(
    @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
    @JsonProperty("Institution") InstitutionCode institution,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Notice")
        List<CitizenNotice> notices) {

  public CitizenNotices {
    notices = notices == null ? List.of() : List.copyOf(notices);
  }

  /**
   * One notice.
   *
   * @param number by which it is reported as read
   * @param title in one line
   * @param text plain
   * @param issuedOn first day on which it is shown
   * @param endsOn last day
   * @param readAt when it was first reported as read, null before
   */
  public record CitizenNotice(
      @JsonProperty("NoticeNumber") ReceptionNumber number,
      @JsonProperty("Title") String title,
      @JsonProperty("Text") String text,
      @JsonProperty("IssueDate") LocalDate issuedOn,
      @JsonProperty("EndDate") LocalDate endsOn,
      @JsonProperty("ReadAt") @Nullable Instant readAt) {
    /** Shows nothing of what a person is told. */
    @Override
    public String toString() {
      return "CitizenNotice[redacted]";
    }
  }

  @Override
  public String toString() {
    return "CitizenNotices[redacted]";
  }
}
