package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.time.LocalDate;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;

/**
 * 「お知らせ登録要求」: the municipality has something to tell one person.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(CitizenNoticeRegistration.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record CitizenNoticeRegistration(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_OSR_80101_R01";

  /**
   * Who tells whom what.
   *
   * @param department 「依頼元部署コード」
   * @param user 「依頼元ユーザーID」
   * @param recordNumber the sender's key: the same again changes nothing
   * @param addressee the person
   * @param title 1 to 200 characters
   * @param text 1 to 2,000 characters, plain
   * @param issuedOn first day in Japan on which the person sees it
   * @param endsOn last day in Japan
   */
  @JsonPropertyOrder({
    "RequestSourceUnitCode",
    "RequestSourceUserID",
    "RecordIdentificationNumber",
    "IntegratedAddressNumber",
    "Title",
    "Text",
    "IssueDate",
    "EndDate"
  })
  public record Body(
      @JsonProperty("RequestSourceUnitCode") DepartmentCode department,
      @JsonProperty("RequestSourceUserID") UserId user,
      @JsonProperty("RecordIdentificationNumber") RecordIdentificationNumber recordNumber,
      @JsonProperty("IntegratedAddressNumber") UnifiedAddresseeNumber addressee,
      @JsonProperty("Title") String title,
      @JsonProperty("Text") String text,
      @JsonProperty("IssueDate") LocalDate issuedOn,
      @JsonProperty("EndDate") LocalDate endsOn) {
    /** Shows nothing of what a person is told. */
    @Override
    public String toString() {
      return "Body[redacted]";
    }
  }
}
