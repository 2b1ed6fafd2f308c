package jp.chukan.mocknetwork.supplement;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * What a person is looked for by: every condition that is there must be met (JN-13).
 *
 * @param recordCode 住民票コード
 * @param name 氏名, the whole of it
 * @param address 住所, the whole of it
 * @param birthDate 生年月日
 * @param sex 性別, which counts for nothing
 */
public record SupplementConditions(
    Optional<ResidentRecordCode> recordCode,
    Optional<String> name,
    Optional<String> address,
    Optional<LocalDate> birthDate,
    Optional<String> sex) {

  /** By 住民票コード. */
  public static SupplementConditions of(ResidentRecordCode code) {
    return new SupplementConditions(
        Optional.of(code), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** By 氏名 and 生年月日. */
  public static SupplementConditions of(String name, LocalDate birthDate) {
    return new SupplementConditions(
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        Optional.of(birthDate),
        Optional.empty());
  }

  /** By 氏名 and 住所. */
  public static SupplementConditions of(String name, String address) {
    return new SupplementConditions(
        Optional.empty(),
        Optional.of(name),
        Optional.of(address),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A 住民票コード, or 氏名 with 住所 or 生年月日 (JN-10).
   *
   * @throws RefusedCallException TOO_FEW_CONDITIONS
   */
  public void requireEnough() {
    if (recordCode.isEmpty() && (name.isEmpty() || (address.isEmpty() && birthDate.isEmpty()))) {
      throw new RefusedCallException(Fault.TOO_FEW_CONDITIONS, "conditions");
    }
  }

  /** Whether a person meets all of them. */
  public boolean meet(SupplementInformation one) {
    return recordCode.stream().allMatch(one.recordCode()::equals)
        && name.stream().allMatch(one.name()::equals)
        && address.stream().allMatch(text -> one.address().filter(text::equals).isPresent())
        && birthDate.stream().allMatch(one.birthDate()::equals)
        && sex.stream().allMatch(one.sex()::equals);
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "SupplementConditions[redacted]";
  }
}
