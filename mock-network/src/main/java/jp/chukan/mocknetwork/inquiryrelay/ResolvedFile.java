package jp.chukan.mocknetwork.inquiryrelay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.InquiryFile;
import jp.chukan.contract.inquiryfile.InquiryFileLine;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileWriter;
import jp.chukan.contract.inquiryfile.ResultLine;

/**
 * A file of a business system with the number of the hub in every line that can go out.
 *
 * @param lines the fields of every line as the business system wrote them
 * @param content what goes to the server
 * @param toldBack the lines that do not
 */
record ResolvedFile(List<List<String>> lines, byte[] content, List<ToldBack> toldBack) {
  private static final int UNIFIED = InquiryField.UNIFIED_ADDRESSEE.ordinal();
  private static final String LINE_END = "\r\n";

  ResolvedFile {
    lines = List.copyOf(lines);
    toldBack = List.copyOf(toldBack);
  }

  /**
   * @param resolution the numbers of the hub behind those of the business system; unknown ones are
   *     absent
   */
  static ResolvedFile of(
      InquiryFile file,
      Function<List<AddresseeNumber>, Map<AddresseeNumber, UnifiedAddresseeNumber>> resolution) {
    Map<AddresseeNumber, UnifiedAddresseeNumber> numbers = resolution.apply(addressees(file));
    var content = new StringBuilder();
    List<ToldBack> toldBack = new ArrayList<>();
    for (InquiryFileLine line : file.lines()) {
      switch (line) {
        case InquiryFileLine.Unreadable unreadable -> toldBack.add(ToldBack.of(unreadable));
        case InquiryFileLine.Readable(var number, var fields, var inquiry) -> {
          UnifiedAddresseeNumber unified = numbers.get(inquiry.addressee());
          if (unified == null) {
            toldBack.add(ToldBack.unknown(number));
          } else {
            content.append(withUnified(fields, unified.value())).append(LINE_END);
          }
        }
      }
    }
    return new ResolvedFile(
        fields(file), content.toString().getBytes(StandardCharsets.US_ASCII), toldBack);
  }

  private static List<List<String>> fields(InquiryFile file) {
    return file.lines().stream().map(InquiryFileLine::fields).toList();
  }

  private static List<AddresseeNumber> addressees(InquiryFile file) {
    return file.lines().stream()
        .filter(InquiryFileLine.Readable.class::isInstance)
        .map(line -> ((InquiryFileLine.Readable) line).line().addressee())
        .distinct()
        .toList();
  }

  private static String withUnified(List<String> fields, String number) {
    List<String> filled = new ArrayList<>(fields);
    filled.set(UNIFIED, number);
    return String.join(",", filled);
  }

  boolean hasNothingToSend() {
    return content.length == 0;
  }

  /**
   * The result for the business system: every line of its file in order, with its own field in the
   * place of the hub's number.
   *
   * @param result result file of the server (UTF-8), empty when nothing was sent
   * @param reference stands for the hub where the server gave no number
   */
  byte[] restored(byte[] result, ReceptionNumber reference, Instant handedInAt) {
    Map<Integer, ToldBack> ownWords = new HashMap<>();
    toldBack.forEach(told -> ownWords.put(told.line(), told));
    var restored = new ByteArrayOutputStream(result.length + 1024);
    var ownLines = new ResultFileWriter(restored, ResultEncoding.UTF_8);
    int from = 0;
    try {
      for (int number = 1; number <= lines.size(); number++) {
        ToldBack told = ownWords.get(number);
        if (told == null) {
          int end = endOfLine(result, from);
          restore(result, from, end, lines.get(number - 1).get(UNIFIED), restored);
          from = end;
        } else {
          ownLines.write(line(told, reference, handedInAt));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (from != result.length) {
      throw new IllegalStateException("the result has more lines than were sent");
    }
    return restored.toByteArray();
  }

  private ResultLine line(ToldBack told, ReceptionNumber reference, Instant handedInAt) {
    return new ResultLine(
        lines.get(told.line() - 1),
        null,
        reference,
        handedInAt,
        null,
        null,
        told.code(),
        told.status(),
        told.message(),
        null,
        null,
        List.of());
  }

  /** The lines whose 宛名番号 the hub did not know when they came. */
  Set<Integer> unknown() {
    return toldBack.stream()
        .filter(told -> told.code() == null)
        .map(ToldBack::line)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same file later: whom the hub has come to know meanwhile is still told back. */
  static ResolvedFile again(InquiryFile file, Set<Integer> unknown) {
    List<ToldBack> toldBack = new ArrayList<>();
    for (InquiryFileLine line : file.lines()) {
      if (line instanceof InquiryFileLine.Unreadable unreadable) {
        toldBack.add(ToldBack.of(unreadable));
      } else if (unknown.contains(line.number())) {
        toldBack.add(ToldBack.unknown(line.number()));
      }
    }
    return new ResolvedFile(fields(file), new byte[0], toldBack);
  }

  /** Index after the line that starts here. */
  private static int endOfLine(byte[] result, int from) {
    for (int i = from; i < result.length; i++) {
      if (result[i] == '\n') {
        return i + 1;
      }
    }
    throw new IllegalStateException("the result has fewer lines than were sent");
  }

  /** No encoding of the files has a comma as a part of another character. */
  private static void restore(
      byte[] result, int from, int end, String original, ByteArrayOutputStream target) {
    int start = from;
    for (int field = 0; field < UNIFIED; field++) {
      start = comma(result, start) + 1;
    }
    int after = comma(result, start);
    target.write(result, from, start - from);
    target.writeBytes(original.getBytes(StandardCharsets.US_ASCII));
    target.write(result, after, end - after);
  }

  private static int comma(byte[] result, int from) {
    for (int i = from; i < result.length; i++) {
      if (result[i] == ',') {
        return i;
      }
    }
    throw new IllegalStateException("a line of the result has too few fields");
  }

  /** Shows how many lines there are: the rest is about persons. */
  @Override
  public String toString() {
    return "ResolvedFile[" + lines.size() + " lines, redacted]";
  }
}
