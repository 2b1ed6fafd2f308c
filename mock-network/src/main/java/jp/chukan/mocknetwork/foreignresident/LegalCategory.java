package jp.chukan.mocknetwork.foreignresident;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 「法第30条の45に規定する区分」: on which ground a foreigner has a 住民票, with what stands on it for that (I:225
 * items 86 to 95).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LegalCategory.MidToLongTerm.class, name = "MID_TO_LONG_TERM"),
  @JsonSubTypes.Type(value = LegalCategory.SpecialPermanent.class, name = "SPECIAL_PERMANENT"),
  @JsonSubTypes.Type(value = LegalCategory.TemporaryRefuge.class, name = "TEMPORARY_REFUGE"),
  @JsonSubTypes.Type(value = LegalCategory.Transitional.class, name = "TRANSITIONAL")
})
public sealed interface LegalCategory {
  /** How long a 経過滞在者 may stay without a 在留資格. */
  int TRANSITIONAL_DAYS = 60;

  /** What stands on a 住民票. */
  String japanese();

  /** 在留カード等番号, empty when there is no card. */
  Optional<ResidenceCardNumber> card();

  /** Last day of what was permitted, empty when it does not end. */
  Optional<LocalDate> expiresOn();

  /** The same with another card; without a card there is nothing to replace. */
  LegalCategory withCard(ResidenceCardNumber number);

  /**
   * 「中長期在留者」.
   *
   * @param cardNumber of the 在留カード
   * @param status 在留資格
   * @param stay 在留期間等, empty for a status that does not end
   */
  record MidToLongTerm(
      ResidenceCardNumber cardNumber, StatusOfResidence status, Optional<PermittedStay> stay)
      implements LegalCategory {
    public MidToLongTerm {
      if (stay.isPresent() != status.isLimited()) {
        throw new IllegalArgumentException("stay");
      }
    }

    @Override
    public String japanese() {
      return "中長期在留者";
    }

    @Override
    public Optional<ResidenceCardNumber> card() {
      return Optional.of(cardNumber);
    }

    @Override
    public Optional<LocalDate> expiresOn() {
      return stay.map(PermittedStay::expiresOn);
    }

    @Override
    public LegalCategory withCard(ResidenceCardNumber number) {
      return new MidToLongTerm(number, status, stay);
    }
  }

  /**
   * 「特別永住者」.
   *
   * @param cardNumber of the 特別永住者証明書
   */
  record SpecialPermanent(ResidenceCardNumber cardNumber) implements LegalCategory {
    @Override
    public String japanese() {
      return "特別永住者";
    }

    @Override
    public Optional<ResidenceCardNumber> card() {
      return Optional.of(cardNumber);
    }

    @Override
    public Optional<LocalDate> expiresOn() {
      return Optional.empty();
    }

    @Override
    public LegalCategory withCard(ResidenceCardNumber number) {
      return new SpecialPermanent(number);
    }
  }

  /**
   * 「一時庇護許可者又は仮滞在許可者」.
   *
   * @param until last day
   */
  record TemporaryRefuge(LocalDate until) implements LegalCategory {
    @Override
    public String japanese() {
      return "一時庇護許可者又は仮滞在許可者";
    }

    @Override
    public Optional<ResidenceCardNumber> card() {
      return Optional.empty();
    }

    @Override
    public Optional<LocalDate> expiresOn() {
      return Optional.of(until);
    }

    @Override
    public LegalCategory withCard(ResidenceCardNumber number) {
      return this;
    }
  }

  /**
   * 「出生による経過滞在者又は国籍喪失による経過滞在者」.
   *
   * @param until last day
   */
  record Transitional(LocalDate until) implements LegalCategory {
    /** Of somebody who is born, or who loses Japanese nationality, on a day. */
    public static Transitional from(LocalDate day) {
      return new Transitional(day.plusDays(TRANSITIONAL_DAYS));
    }

    @Override
    public String japanese() {
      return "出生による経過滞在者又は国籍喪失による経過滞在者";
    }

    @Override
    public Optional<ResidenceCardNumber> card() {
      return Optional.empty();
    }

    @Override
    public Optional<LocalDate> expiresOn() {
      return Optional.of(until);
    }

    @Override
    public LegalCategory withCard(ResidenceCardNumber number) {
      return this;
    }
  }
}
