package jp.chukan.command.inquiry;

import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.InquiryField;

/** What must come of a line of a file. */
public sealed interface Expectation {

  /** It goes out, and what comes of it is up to the network and the provider. */
  record Leaves(PermittedTuple tuple) implements Expectation {}

  /** Refused before anything leaves. */
  record RefusedHere(ErrorCode code) implements Expectation {}

  /** It cannot be read. */
  record Unreadable(ErrorCode code, InquiryField field) implements Expectation {}
}
