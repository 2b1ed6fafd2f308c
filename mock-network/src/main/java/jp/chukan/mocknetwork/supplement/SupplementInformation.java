package jp.chukan.mocknetwork.supplement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * 「附票本人確認情報」 of a person: the eighteen items of the file (G:399-416), in its order. 戸籍の表示 and 個人番号
 * are none of them (G:298).
 *
 * @param recordCode 住民票コード
 * @param name 氏名 漢字
 * @param nameExternalCharacters 氏名 外字数: characters of the private use areas
 * @param nameReading 氏名 ふりがな, empty when the 住民票 has none
 * @param birthDate 生年月日
 * @param sex 性別: {@code 1} male, {@code 2} female
 * @param addressMunicipality 住所 市町村コード, five digits; empty for somebody who is abroad
 * @param address 住所 漢字; empty for somebody who is abroad
 * @param addressExternalCharacters 住所 外字数
 * @param lastAddress 最終住所 漢字, of somebody who is abroad
 * @param lastAddressExternalCharacters 最終住所 外字数
 * @param changedOn 異動年月日
 * @param formerRecordCode 旧住民票コード, empty when it never changed
 * @param managingMunicipality 附票管理市町村コード, five digits: the municipality of the 本籍
 * @param state 附票本人確認情報状態区分
 * @param externalCharacters 外字フラグ: whether there is any 外字
 * @param externalPatterns 外字パターン: the dots of 外字, in hexadecimal
 * @param notice 通知区分
 */
public record SupplementInformation(
    ResidentRecordCode recordCode,
    String name,
    int nameExternalCharacters,
    Optional<String> nameReading,
    LocalDate birthDate,
    String sex,
    Optional<String> addressMunicipality,
    Optional<String> address,
    int addressExternalCharacters,
    Optional<String> lastAddress,
    int lastAddressExternalCharacters,
    LocalDate changedOn,
    Optional<ResidentRecordCode> formerRecordCode,
    String managingMunicipality,
    SupplementState state,
    boolean externalCharacters,
    List<String> externalPatterns,
    SupplementNotice notice) {
  private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{5}");
  private static final Pattern READING = Pattern.compile("[\\p{IsHiragana}ー 　]{1,200}");
  private static final Pattern DOTS = Pattern.compile("[0-9a-f]{2,1024}");
  private static final int LONGEST = 200;

  public SupplementInformation {
    externalPatterns = List.copyOf(externalPatterns);
    require(isText(name), "name");
    require(nameReading.stream().allMatch(text -> READING.matcher(text).matches()), "nameReading");
    require(sex.equals("1") || sex.equals("2"), "sex");
    require(address.stream().allMatch(SupplementInformation::isText), "address");
    require(lastAddress.stream().allMatch(SupplementInformation::isText), "lastAddress");
    require(
        addressMunicipality.stream().allMatch(code -> MUNICIPALITY.matcher(code).matches())
            && addressMunicipality.isPresent() == address.isPresent(),
        "addressMunicipality");
    require(MUNICIPALITY.matcher(managingMunicipality).matches(), "managingMunicipality");
    require(!changedOn.isBefore(birthDate), "changedOn");
    require(formerRecordCode.stream().noneMatch(recordCode::equals), "formerRecordCode");
    require(notice.leadsTo(state), "state");
    // somebody is either here or was here last (G:399-416, items 8 and 10)
    require(address.isPresent() != lastAddress.isPresent(), "lastAddress");
    require(state != SupplementState.IN_JAPAN || address.isPresent(), "address");
    require(state != SupplementState.ABROAD || lastAddress.isPresent(), "lastAddress");
    require(nameExternalCharacters == externalIn(name), "nameExternalCharacters");
    require(
        addressExternalCharacters == externalIn(address.orElse("")), "addressExternalCharacters");
    require(
        lastAddressExternalCharacters == externalIn(lastAddress.orElse("")),
        "lastAddressExternalCharacters");
    int all = nameExternalCharacters + addressExternalCharacters + lastAddressExternalCharacters;
    require(externalCharacters == (all > 0), "externalCharacters");
    require(
        externalPatterns.size() <= all
            && externalPatterns.stream().allMatch(dots -> DOTS.matcher(dots).matches()),
        "externalPatterns");
  }

  /** How many 外字 stand in a text: characters of the private use areas of Unicode. */
  public static int externalIn(String text) {
    return (int)
        text.codePoints()
            .filter(character -> Character.getType(character) == Character.PRIVATE_USE)
            .count();
  }

  private static boolean isText(String value) {
    return !value.isBlank() && value.length() <= LONGEST;
  }

  private static void require(boolean right, String field) {
    if (!right) {
      throw new IllegalArgumentException(field);
    }
  }

  /** Whether it says the same about the person, but for the address. */
  boolean differsInAddressOnly(SupplementInformation other) {
    return name.equals(other.name)
        && nameReading.equals(other.nameReading)
        && birthDate.equals(other.birthDate)
        && sex.equals(other.sex)
        && formerRecordCode.equals(other.formerRecordCode);
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "SupplementInformation[" + notice + ", redacted]";
  }
}
