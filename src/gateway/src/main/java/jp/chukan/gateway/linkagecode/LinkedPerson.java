package jp.chukan.gateway.linkagecode;

import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.UnifiedAddresseeNumber;

/**
 * The person behind a 「符号」 of one institution.
 *
 * @param addressee 「団体内統合宛名番号」
 * @param purpose why the code was acquired: information linkage once any accepted request said so;
 *     only that opens inquiry and provision (MS-18)
 */
public record LinkedPerson(UnifiedAddresseeNumber addressee, AcquisitionPurpose purpose) {}
