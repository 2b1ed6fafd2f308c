package jp.chukan.gateway.inquiry;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;

/**
 * The taking of one request.
 *
 * @param institution whose certificate it came with
 * @param number 「受付番号」 that it gets
 * @param messageType how it is named in the log of communications
 * @param kind how it came
 * @param at when
 */
record Reception(
    InstitutionCode institution,
    ReceptionNumber number,
    String messageType,
    InquiryRequests.Kind kind,
    Instant at) {}
