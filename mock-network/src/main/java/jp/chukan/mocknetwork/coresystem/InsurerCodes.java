package jp.chukan.mocknetwork.coresystem;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;

/**
 * The 医療保険者等向け中間サーバー等 asks for 「機関別符号」 of persons whose 処理通番 came through the resident-register
 * network (T:2143).
 *
 * @param numbers one for each person
 */
public record InsurerCodes(List<ProcessingNumber> numbers) {
  /** Kind of message. */
  public static final String MESSAGE = "insurer-codes";

  public InsurerCodes {
    numbers = List.copyOf(numbers);
  }

  /**
   * The answer.
   *
   * @param codes of those whose number the core knows
   */
  public record Minted(List<Code> codes) {
    public Minted {
      codes = List.copyOf(codes);
    }

    /** The codes by the numbers. */
    public Map<ProcessingNumber, LinkageCode> byNumber() {
      return codes.stream().collect(toUnmodifiableMap(Code::number, Code::code));
    }
  }

  /** A code for a number. */
  public record Code(ProcessingNumber number, LinkageCode code) {}
}
