package jp.chukan.gateway.inquiry;

import jp.chukan.contract.inquiryfile.LineFault;
import org.jspecify.annotations.Nullable;

/** One inquiry of a request as it arrived. */
sealed interface ArrivedLine {

  /** Place in the request, from 1. */
  int number();

  /** The line of the file, null in a message. */
  byte @Nullable [] content();

  /**
   * It says what is asked.
   *
   * @param number place in the request, from 1
   * @param inquiry what is asked
   * @param content the line of the file, null in a message
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record Readable(int number, AskedInquiry inquiry, byte @Nullable [] content)
      implements ArrivedLine {
    // Written out, because javac keeps no annotation of an array in a compact constructor.
    public Readable(int number, AskedInquiry inquiry, byte @Nullable [] content) {
      this.number = number;
      this.inquiry = inquiry;
      this.content = content;
    }
  }

  /**
   * It breaks the form of the file.
   *
   * @param number place in the request, from 1
   * @param fault which rule, and in which field
   * @param content the line as far as it can be repeated
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record Unreadable(int number, LineFault fault, byte[] content) implements ArrivedLine {}
}
