package jp.chukan.mocknetwork.carriednumber;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * What travels through the resident-register network: whose 「処理通番」 belongs to which person
 * (T:2943).
 *
 * @param institution institution for which a code is wanted
 * @param processingNumber number that its intermediate server gave (MS-34)
 * @param residentRecordCode the person
 */
public record CarriedNumber(
    InstitutionCode institution,
    ProcessingNumber processingNumber,
    ResidentRecordCode residentRecordCode) {}
