package jp.chukan.mocknetwork.control;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.inquiryfile.ResultField;
import jp.chukan.mocknetwork.provider.HeldInformation;
import jp.chukan.mocknetwork.provider.HeldInformation.Original;
import org.springframework.stereotype.Component;

/** Holds a result file, as a business system got it, against what the providers hold. */
@Component
final class ResultComparison {
  private static final int SHOWN = 20;
  private static final char FULL_WIDTH_COMMA = '\uFF0C';
  private final HeldInformation held;

  ResultComparison(HeldInformation held) {
    this.held = held;
  }

  /**
   * What came of it.
   *
   * @param lines lines of the result
   * @param byStatus how many lines stand how, by 「照会ステータス(明細単位)」
   * @param matching lines that say what the provider holds, or that it refuses
   * @param different lines that say something else, or nothing where it provides
   * @param notCompared lines that went to no provider of this country, or have no end
   * @param differences numbers of the first lines that differ
   */
  record Comparison(
      int lines,
      Map<InquiryStatus, Integer> byStatus,
      int matching,
      int different,
      int notCompared,
      List<Integer> differences) {}

  private enum Verdict {
    MATCHING,
    DIFFERENT,
    NOT_COMPARED
  }

  Comparison compare(byte[] result) {
    Map<InquiryStatus, Integer> byStatus = new TreeMap<>();
    List<Integer> differences = new ArrayList<>();
    int[] verdicts = new int[Verdict.values().length];
    int lines = 0;
    for (String line :
        (Iterable<String>) new String(result, StandardCharsets.UTF_8).lines()::iterator) {
      lines++;
      List<String> fields = Arrays.asList(line.split(",", -1));
      InquiryStatus status = InquiryStatus.fromWire(field(fields, ResultField.STATUS));
      byStatus.merge(status, 1, Integer::sum);
      Verdict verdict = verdict(status, fields);
      verdicts[verdict.ordinal()]++;
      if (verdict == Verdict.DIFFERENT && differences.size() < SHOWN) {
        differences.add(lines);
      }
    }
    return new Comparison(
        lines,
        byStatus,
        verdicts[Verdict.MATCHING.ordinal()],
        verdicts[Verdict.DIFFERENT.ordinal()],
        verdicts[Verdict.NOT_COMPARED.ordinal()],
        differences);
  }

  private Verdict verdict(InquiryStatus status, List<String> fields) {
    String number = field(fields, ResultField.PROCESSING_NUMBER);
    Optional<Original> original =
        number.isEmpty() ? Optional.empty() : held.of(new ProcessingNumber(number));
    if (original.isEmpty() || !status.isFinal()) {
      return Verdict.NOT_COMPARED;
    }
    boolean refuses = original.get().errorCode() != null;
    boolean same =
        switch (status) {
          case COMPLETED -> !refuses && values(fields).equals(values(original.get()));
          case DECLINED -> refuses;
          case UNANSWERED -> !original.get().state().equals("PROVIDED");
          case ACCEPTED, INQUIRING, MALFORMED, REFUSED, REMOVED -> false;
        };
    return same ? Verdict.MATCHING : Verdict.DIFFERENT;
  }

  private static String field(List<String> fields, ResultField field) {
    return fields.get(field.number() - 1);
  }

  private static List<String> values(List<String> fields) {
    return fields.subList(ResultField.FIRST_ITEM - 1, fields.size());
  }

  private static List<String> values(Original original) {
    return original.items().stream()
        .map(item -> item.value() == null ? "" : item.value().replace(',', FULL_WIDTH_COMMA))
        .toList();
  }
}
