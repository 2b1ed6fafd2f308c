package jp.chukan.gateway.provision;

import jp.chukan.contract.error.ErrorCode;

/**
 * What the network and the inquirer are told of a refusal. Only codes that speak of the request
 * alone, or of the server as a whole, are named; whatever else happened, and so whatever could tell
 * something about the person, is one and the same code.
 */
final class PeerCodes {
  private PeerCodes() {}

  static ErrorCode visible(ErrorCode code) {
    return switch (code) {
      case SCM_ALGORITHM,
          TKY_PERMIT_MISSING,
          TKY_PERMIT_SIGNATURE,
          TKY_PERMIT_EXPIRED,
          TKY_PERMIT_REPLAYED,
          TKY_PERMIT_FOREIGN,
          TKY_PATH_MISMATCH,
          TKY_KEY_UNSUITABLE,
          TKY_PROFILE_WEAKER,
          TKY_NOT_ON_LIST,
          TKY_NO_LIST,
          TKY_ITEM_OUTSIDE_LAYOUT,
          TKY_UNKNOWN_INFORMATION,
          TKY_PERIOD,
          TKM_EVIDENCE_OVERDUE ->
          code;
      // deny by default: a new code is silent until somebody has thought about it
      default -> ErrorCode.TKY_NOT_PROVIDED;
    };
  }
}
