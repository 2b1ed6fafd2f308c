package jp.chukan.contract.inquiryfile;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * A request file of 「情報照会」, read.
 *
 * @param institution the inquirer of every readable line (field 7), null when no line is readable
 * @param lines 1 to {@link #MOST_LINES}, in their order
 */
public record InquiryFile(@Nullable InstitutionCode institution, List<InquiryFileLine> lines) {
  /** Lines that one file may have. */
  public static final int MOST_LINES = 10_000;

  /** Bytes that one file may have: 4 MiB, about twice what the most lines need. */
  public static final int LARGEST = 4 * 1024 * 1024;

  public InquiryFile {
    lines = List.copyOf(lines);
  }
}
