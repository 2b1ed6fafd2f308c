package jp.chukan.gateway.correction;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;

/**
 * 「副本の申請」: one 「副本」 that is to be registered, corrected or deleted by hand; says nothing about the
 * person.
 *
 * @param number by which it is found
 * @param kind what is to become of the 「副本」
 * @param information 「特定個人情報名」
 * @param state how it stands
 * @param version counts the steps taken; who acts says which one was seen
 * @param enteredBy who entered it
 * @param enteredAt when it began
 * @param checkedBy who has confirmed what is proposed now, in order
 */
public record ReplicaProposal(
    ReceptionNumber number,
    ProposalKind kind,
    SpecificPersonalInformationCode information,
    ProposalState state,
    int version,
    UserId enteredBy,
    Instant enteredAt,
    List<UserId> checkedBy) {

  public ReplicaProposal {
    checkedBy = List.copyOf(checkedBy);
  }

  /** Whether the person has entered or confirmed what is proposed now. */
  public boolean hasHandOf(UserId user) {
    return enteredBy.equals(user) || checkedBy.contains(user);
  }
}
