package jp.chukan.mocknetwork.prefecturalserver;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.IndividualNumberQuery;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.springframework.stereotype.Component;

/**
 * The 附票都道府県サーバ takes one 個人番号 by 住民票コード for one answer, one of the two cases in which the two
 * systems may meet (JN-28, G:450, G:757).
 */
@Component
final class GiveNumber {
  /** The other system asks by itself: its operator stands in its own record. */
  private static final Occasion OCCASION =
      new Occasion("ZZ000000", "SUPPLEMENT", "附票本人確認情報の提供のための個人番号の一時抽出");

  private final IdentityFiles files;
  private final ProvisionRecords records;

  GiveNumber(IdentityFiles files, ProvisionRecords records) {
    this.files = files;
    this.records = records;
  }

  /**
   * @throws RefusedCallException UNKNOWN; it is recorded as well
   */
  IndividualNumberQuery.Reply give(
      CountrySystem owner, CountrySystem from, IndividualNumberQuery query) {
    Optional<IdentityInformation> person = files.of(owner).current(query.recordCode());
    if (person.isEmpty()) {
      records.refused(
          owner,
          from.label(),
          ProvisionKind.NUMBER,
          OCCASION,
          Optional.of(query.recordCode()),
          Fault.UNKNOWN);
      throw new RefusedCallException(Fault.UNKNOWN, "recordCode");
    }
    records.provided(
        owner, from.label(), ProvisionKind.NUMBER, OCCASION, List.of(query.recordCode()));
    return new IndividualNumberQuery.Reply(person.get().individualNumber());
  }
}
