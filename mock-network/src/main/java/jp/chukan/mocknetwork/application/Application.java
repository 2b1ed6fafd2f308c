package jp.chukan.mocknetwork.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import jp.chukan.mocknetwork.application.ApplicationContent.MovingOut;
import jp.chukan.mocknetwork.person.SerialNumber;

/**
 * 「申請データ」 as the applicant wrote it (I:38). It never holds the 個人番号: who it is, the serial number
 * of the card says.
 *
 * @param id which submission
 * @param municipality five digits of the municipality that it goes to
 * @param serialNumber of the card that signed it
 * @param name 氏名 of the applicant, as it was written
 * @param birthDate 生年月日 of the applicant
 * @param content what is applied for
 * @param attachments digests of the documents that come with it, in their order
 */
public record Application(
    ApplicationVersion id,
    String municipality,
    SerialNumber serialNumber,
    String name,
    LocalDate birthDate,
    ApplicationContent content,
    List<String> attachments) {
  private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{5}");
  private static final int LONGEST = 200;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  public Application {
    attachments = List.copyOf(attachments);
    require(MUNICIPALITY.matcher(municipality).matches(), "municipality");
    require(!name.isBlank() && name.length() <= LONGEST, "name");
    require(
        !(content instanceof MovingOut(var to, var on, var household) && to.equals(municipality)),
        "to");
    require(attachments.size() <= SignedApplication.MOST_ATTACHMENTS, "attachments");
  }

  private static void require(boolean right, String field) {
    if (!right) {
      throw new IllegalArgumentException(field);
    }
  }

  /** What is signed: the same bytes for the same application, wherever they are made. */
  public byte[] toBeSigned() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an application cannot be written", e);
    }
  }

  /** Shows which it is, and nothing of what it says. */
  @Override
  public String toString() {
    return "Application[" + id.label() + ", redacted]";
  }
}
