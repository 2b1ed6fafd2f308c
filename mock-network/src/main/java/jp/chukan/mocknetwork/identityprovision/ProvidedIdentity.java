package jp.chukan.mocknetwork.identityprovision;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * What is provided of one person (I:169, G:240).
 *
 * @param recordCode 住民票コード
 * @param individualNumber 個人番号, empty for an affair that may not use it
 * @param person 4情報
 * @param reason 異動事由
 * @param changedOn 異動年月日
 * @param state whether the person lives, and where
 */
public record ProvidedIdentity(
    ResidentRecordCode recordCode,
    Optional<IndividualNumber> individualNumber,
    BasicInformation person,
    ChangeReason reason,
    LocalDate changedOn,
    PersonState state) {

  static ProvidedIdentity of(IdentityInformation one) {
    return new ProvidedIdentity(
        one.recordCode(),
        Optional.of(one.individualNumber()),
        one.person(),
        one.reason(),
        one.changedOn(),
        PersonState.after(one.reason()));
  }

  /** The same without the 個人番号. */
  public ProvidedIdentity withoutNumber() {
    return new ProvidedIdentity(recordCode, Optional.empty(), person, reason, changedOn, state);
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "ProvidedIdentity[redacted]";
  }
}
