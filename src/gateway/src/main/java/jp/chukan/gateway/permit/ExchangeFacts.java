package jp.chukan.gateway.permit;

import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.message.ProvisionRequest;

/**
 * What a permit says of its exchange, and what both sides of it know (MS-04).
 *
 * @param processingNumber 「処理通番」
 * @param inquirer who may read the answer
 * @param provider who may answer
 * @param affair 事務
 * @param procedure 事務手続
 * @param information what may be provided
 */
public record ExchangeFacts(
    ProcessingNumber processingNumber,
    InstitutionCode inquirer,
    InstitutionCode provider,
    AffairCode affair,
    ProcedureCode procedure,
    SpecificPersonalInformationCode information) {

  static ExchangeFacts of(ProvisionRequest.Body request) {
    return new ExchangeFacts(
        request.processingNumber(),
        request.inquirer(),
        request.provider(),
        request.affair(),
        request.procedure(),
        request.information());
  }
}
