package jp.chukan.gateway.permission;

import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;

/**
 * What the 「照会許可照合リスト」 permits or not: who may ask whom for what, and for which work (MS-01).
 *
 * @param inquirer 照会者
 * @param affair 事務
 * @param procedure 事務手続
 * @param provider 提供者
 * @param information 特定個人情報名
 */
public record InquiryTuple(
    InstitutionCode inquirer,
    AffairCode affair,
    ProcedureCode procedure,
    InstitutionCode provider,
    SpecificPersonalInformationCode information) {}
