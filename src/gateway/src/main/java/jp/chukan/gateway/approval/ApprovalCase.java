package jp.chukan.gateway.approval;

import java.time.Instant;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;

/**
 * One 「提供要求」 that waits, or waited, for people; says nothing about the person.
 *
 * @param caseId 「受付番号」 under which it waits
 * @param processingNumber the exchange
 * @param inquirer who asks
 * @param affair 事務
 * @param information 特定個人情報名
 * @param reason why people must decide
 * @param state how it stands
 * @param receivedAt when the request was taken up
 * @param permitExpiresAt from then on nothing may leave
 * @param version counts the steps taken; who acts says which one was seen
 */
public record ApprovalCase(
    ReceptionNumber caseId,
    ProcessingNumber processingNumber,
    InstitutionCode inquirer,
    AffairCode affair,
    SpecificPersonalInformationCode information,
    ApprovalReason reason,
    ApprovalState state,
    Instant receivedAt,
    Instant permitExpiresAt,
    int version) {}
