package jp.chukan.gateway.provision;

import java.time.LocalDate;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * On which basis something may leave (MU-11).
 *
 * @param inquirer who asks
 * @param affair 事務
 * @param procedure 事務手続
 * @param information 特定個人情報名
 * @param listVersion version of the 「照会許可照合リスト」 whose row permits it, null when none does
 * @param day the day in Japan for which it was looked up
 * @param permitId 「情報提供許可証」, null when it does not stand any more
 */
public record LegalBasis(
    InstitutionCode inquirer,
    AffairCode affair,
    ProcedureCode procedure,
    SpecificPersonalInformationCode information,
    @Nullable Integer listVersion,
    LocalDate day,
    @Nullable PermitId permitId) {}
