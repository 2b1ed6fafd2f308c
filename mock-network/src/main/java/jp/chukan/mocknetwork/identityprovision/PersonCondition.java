package jp.chukan.mocknetwork.identityprovision;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/** By what somebody is looked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PersonCondition.ByRecordCode.class, name = "RECORD_CODE"),
  @JsonSubTypes.Type(value = PersonCondition.ByNumber.class, name = "INDIVIDUAL_NUMBER"),
  @JsonSubTypes.Type(value = PersonCondition.ByBasicInformation.class, name = "BASIC_INFORMATION")
})
public sealed interface PersonCondition {
  /**
   * Refuses a search that could find whom nobody meant (JN-10).
   *
   * @throws RefusedCallException TOO_FEW_CONDITIONS
   */
  default void requireEnough() {}

  /** Whether somebody is who is looked for: every condition holds (JN-13). */
  boolean fits(IdentityInformation one);

  /** By 住民票コード. */
  record ByRecordCode(ResidentRecordCode recordCode) implements PersonCondition {
    @Override
    public boolean fits(IdentityInformation one) {
      return one.recordCode().equals(recordCode);
    }
  }

  /** By 個人番号. */
  record ByNumber(IndividualNumber individualNumber) implements PersonCondition {
    @Override
    public boolean fits(IdentityInformation one) {
      return one.individualNumber().equals(individualNumber);
    }
  }

  /**
   * By 4情報: 氏名 with 住所 or 生年月日 at least, 性別 does not count (I:346).
   *
   * @param name 氏名
   * @param address 住所
   * @param birthDate 生年月日
   * @param sex 性別
   */
  record ByBasicInformation(
      Optional<String> name,
      Optional<String> address,
      Optional<LocalDate> birthDate,
      Optional<String> sex)
      implements PersonCondition {

    /** All four of somebody. */
    public static ByBasicInformation of(BasicInformation person) {
      return new ByBasicInformation(
          Optional.of(person.name()),
          Optional.of(person.address()),
          Optional.of(person.birthDate()),
          Optional.of(person.sex()));
    }

    @Override
    public void requireEnough() {
      boolean named = name.filter(value -> !value.isBlank()).isPresent();
      boolean located = address.filter(value -> !value.isBlank()).isPresent();
      if (!named || !(located || birthDate.isPresent())) {
        throw new RefusedCallException(Fault.TOO_FEW_CONDITIONS, "condition");
      }
    }

    @Override
    public boolean fits(IdentityInformation one) {
      BasicInformation person = one.person();
      return name.filter(value -> !value.equals(person.name())).isEmpty()
          && address.filter(value -> !value.equals(person.address())).isEmpty()
          && birthDate.filter(value -> !value.equals(person.birthDate())).isEmpty()
          && sex.filter(value -> !value.equals(person.sex())).isEmpty();
    }

    /** Never shows a value: all of it is about a person. */
    @Override
    public String toString() {
      return "ByBasicInformation[redacted]";
    }
  }
}
