package jp.chukan.gateway.console;

import jp.chukan.contract.error.ErrorCode;
import org.springframework.http.HttpStatus;

/** Status of HTTP for what the pages of 「副本」 refuse. */
final class ReplicaStatus {
  private ReplicaStatus() {}

  static HttpStatus of(ErrorCode code) {
    return switch (code) {
      case DBM_PROPOSAL_ROLE,
          DBM_PROPOSAL_PASSKEY,
          DBM_PROPOSAL_NOT_GRANTED,
          DBM_PROPOSAL_SAME_PERSON,
          DBM_PROPOSAL_NOT_ENTERER ->
          HttpStatus.FORBIDDEN;
      case DBM_PROPOSAL_UNKNOWN -> HttpStatus.NOT_FOUND;
      case DBM_PROPOSAL_STATE,
          DBM_PROPOSAL_STALE,
          DBM_REPLICA_CHANGED,
          DBM_REPLICA_EXISTS,
          DBM_REPLICA_ABSENT,
          DBM_PARENT_RECORD ->
          HttpStatus.CONFLICT;
      default ->
          code.category() == ErrorCode.Category.RETRY
              ? HttpStatus.SERVICE_UNAVAILABLE
              : HttpStatus.BAD_REQUEST;
    };
  }
}
