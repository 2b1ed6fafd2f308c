package jp.chukan.mocknetwork.supplementserver;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.supplement.SupplementInformation;

/** What two files of 附票 are compared by: whose it is, and what it says. */
final class ComparedSupplements {
  private ComparedSupplements() {}

  /**
   * Whose 附票 it is.
   *
   * @param recordCode 住民票コード
   * @param municipality 附票管理市町村コード
   */
  record Key(ResidentRecordCode recordCode, String municipality) {
    static Key of(SupplementInformation one) {
      return new Key(one.recordCode(), one.managingMunicipality());
    }
  }

  /**
   * What each says, but for how it came to it: 異動年月日 and 通知区分 belong to the notice.
   *
   * @throws IllegalStateException when one is there twice
   */
  static Map<Key, List<Object>> of(List<SupplementInformation> file) {
    return file.stream().collect(toMap(Key::of, ComparedSupplements::content));
  }

  private static List<Object> content(SupplementInformation one) {
    return List.of(
        one.name(),
        one.nameReading(),
        one.birthDate(),
        one.sex(),
        one.addressMunicipality(),
        one.address(),
        one.lastAddress(),
        one.formerRecordCode(),
        one.state(),
        one.externalPatterns());
  }
}
