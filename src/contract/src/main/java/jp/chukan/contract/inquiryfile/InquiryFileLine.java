package jp.chukan.contract.inquiryfile;

import java.util.List;

/** What one line of a request file is: readable, or refused without harm to the others. */
public sealed interface InquiryFileLine {

  /** Number of the line, from 1. */
  int number();

  /**
   * The 18 fields as they came, for the result to repeat; of an unreadable line one is empty that
   * is missing or holds anything but printable ASCII.
   */
  List<String> fields();

  /**
   * Every field is there and has the form of its code system.
   *
   * @param number of the line, from 1
   * @param fields the 18 fields as they came
   * @param line what they say
   */
  record Readable(int number, List<String> fields, InquiryLine line) implements InquiryFileLine {
    public Readable {
      fields = List.copyOf(fields);
    }

    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Readable[number=" + number + ", redacted]";
    }
  }

  /**
   * Something in it breaks the interface.
   *
   * @param number of the line, from 1
   * @param fields the 18 fields as far as they can be repeated
   * @param fault the first fault: which, and in which field
   */
  record Unreadable(int number, List<String> fields, LineFault fault) implements InquiryFileLine {
    public Unreadable {
      fields = List.copyOf(fields);
    }

    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Unreadable[" + fault + ", redacted]";
    }
  }
}
