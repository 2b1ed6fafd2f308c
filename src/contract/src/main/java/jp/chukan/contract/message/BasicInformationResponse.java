package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Answer of the 宛名 hub: the 4情報, or that there is no such person (MS-36).
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(BasicInformationResponse.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record BasicInformationResponse(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_FGU_10302_R01";

  /**
   * Empty when the hub does not know the person.
   *
   * @param basicInformation null when not found
   */
  @JsonPropertyOrder({"BasicInformation"})
  public record Body(
      @JsonProperty("BasicInformation") @Nullable BasicInformation basicInformation) {}

  /**
   * 「4情報」 of one person.
   *
   * @param name 氏名
   * @param address 住所
   * @param birthDate 生年月日
   * @param sex 性別: {@code 1} male, {@code 2} female, {@code 9} other
   */
  @JsonPropertyOrder({"Name", "Address", "BirthDate", "Sex"})
  public record BasicInformation(
      @JsonProperty("Name") String name,
      @JsonProperty("Address") String address,
      @JsonProperty("BirthDate") LocalDate birthDate,
      @JsonProperty("Sex") String sex) {
    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "BasicInformation[redacted]";
    }
  }
}
