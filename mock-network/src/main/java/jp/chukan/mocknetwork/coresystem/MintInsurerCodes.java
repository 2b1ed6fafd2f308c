package jp.chukan.mocknetwork.coresystem;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/**
 * 「機関別符号」 for the 医療保険者等向け中間サーバー等: a code of its own kind, as 社会保険診療報酬支払基金, which runs it, would
 * get it. Whoever has another institution's code of the same person cannot tell that it is the
 * same.
 */
@Component
final class MintInsurerCodes {
  /** 社会保険診療報酬支払基金. */
  static final InstitutionCode INSURERS = new InstitutionCode("0730302000001700");

  private final LinkageCodeNotices notices;
  private final LinkageCodeMint mint;

  MintInsurerCodes(Systems systems, LinkageCodeNotices notices, LinkageCodeMint mint) {
    this.notices = notices;
    this.mint = mint;
    systems
        .doorOf(CountrySystem.only(SystemKind.CORE_SYSTEM))
        .takes(
            InsurerCodes.MESSAGE,
            SystemKind.INSURER_SERVER,
            InsurerCodes.class,
            (from, wanted) -> mint(wanted));
  }

  private InsurerCodes.Minted mint(InsurerCodes wanted) {
    return new InsurerCodes.Minted(
        wanted.numbers().stream()
            .distinct()
            .flatMap(
                number ->
                    notices.person(number).stream()
                        .map(person -> new InsurerCodes.Code(number, code(person))))
            .toList());
  }

  private LinkageCode code(PersonId person) {
    return mint.mint(person, INSURERS);
  }
}
