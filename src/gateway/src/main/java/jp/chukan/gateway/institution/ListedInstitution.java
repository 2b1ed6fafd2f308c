package jp.chukan.gateway.institution;

import java.time.LocalDateTime;
import jp.chukan.contract.code.InstitutionCode;

/**
 * A row of the 「機関マスタ」 in force, to look at.
 *
 * @param code 「機関コード」
 * @param formerCode 「既存の識別コード」; may be empty
 * @param name 「機関名」
 * @param valid whether it is valid now
 * @param from 「有効開始日時」 in Japan
 * @param to 「有効終了日時」 in Japan; this minute belongs to the period
 */
public record ListedInstitution(
    InstitutionCode code,
    String formerCode,
    String name,
    boolean valid,
    LocalDateTime from,
    LocalDateTime to) {}
