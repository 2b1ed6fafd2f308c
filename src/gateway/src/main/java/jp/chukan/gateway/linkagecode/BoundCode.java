package jp.chukan.gateway.linkagecode;

import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.LinkageCode;

/**
 * The 「符号」 of a person.
 *
 * @param code 「符号」
 * @param purpose why it was acquired: information linkage once any accepted request said so; only
 *     that opens inquiry and provision (MS-18)
 */
public record BoundCode(LinkageCode code, AcquisitionPurpose purpose) {}
