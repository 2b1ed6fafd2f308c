package jp.chukan.mocknetwork.qualificationcheck;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 「資格情報」 of one insured person.
 *
 * @param municipality five digits of the municipality that insures
 * @param card the ten items
 * @param birthDate 生年月日
 * @param sex 性別
 * @param acquiredOn 資格取得年月日
 * @param acquired 資格取得事由
 * @param loss 資格喪失, empty while insured
 * @param elderlyFrom from when the person is 高齢受給者: the month after turning 70
 * @param version greater than that of everything said before about this 記号・番号・枝番
 */
public record Qualification(
    String municipality,
    CardItems card,
    LocalDate birthDate,
    String sex,
    LocalDate acquiredOn,
    AcquisitionReason acquired,
    Optional<QualificationLoss> loss,
    LocalDate elderlyFrom,
    int version) {
  private static final Pattern SEX = Pattern.compile("[12]");

  public Qualification {
    if (!SEX.matcher(sex).matches()) {
      throw new IllegalArgumentException("sex");
    }
    if (version < 1) {
      throw new IllegalArgumentException("version");
    }
    if (loss.filter(end -> end.on().isBefore(acquiredOn)).isPresent()) {
      throw new IllegalArgumentException("loss");
    }
  }

  /** Whose it is. */
  public InsuredNumber insured() {
    return new InsuredNumber(municipality, card.symbol(), card.number(), card.branch());
  }

  /** Whether the person is insured on a day. */
  public boolean isGoodOn(LocalDate day) {
    return !acquiredOn.isAfter(day) && loss.filter(end -> !end.on().isAfter(day)).isEmpty();
  }

  /** The same under another version. */
  public Qualification withVersion(int other) {
    return new Qualification(
        municipality, card, birthDate, sex, acquiredOn, acquired, loss, elderlyFrom, other);
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "Qualification[redacted]";
  }
}
