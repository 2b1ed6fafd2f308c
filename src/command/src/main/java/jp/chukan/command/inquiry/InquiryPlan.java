package jp.chukan.command.inquiry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.InquiryLine;

/**
 * A file of 「情報照会」: each line another combination of person, provider and information.
 *
 * @param lines in their order
 */
public record InquiryPlan(List<PlannedLine> lines) {
  public static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");

  /** Somebody who is granted every affair. */
  public static final UserId USER = new UserId("chukan-client");

  private static final int LAWFUL_BETWEEN_DEFECTS = 25;
  private static final String PREFIX_OF_MUNICIPALITIES = "02201";
  private static final int DIGITS_OF_MUNICIPALITY = 5;

  /** 札幌市 by 中央区, 横浜市 by 鶴見区. */
  private static final Map<String, String> FIRST_WARD = Map.of("01100", "01101", "14100", "14101");

  public InquiryPlan {
    lines = List.copyOf(lines);
  }

  /** Lines that all leave. */
  public static InquiryPlan lawful(Parties parties, int lines) {
    return new InquiryPlan(
        IntStream.range(0, lines).mapToObj(index -> lawfulLine(parties, index)).toList());
  }

  /** The same, and every so often a line that must not leave, of one kind after the other. */
  public static InquiryPlan withDefects(Parties parties, int lines) {
    return new InquiryPlan(
        IntStream.range(0, lines)
            .mapToObj(
                index -> {
                  var line = lawfulLine(parties, index);
                  return index % LAWFUL_BETWEEN_DEFECTS == 1
                      ? LineDefect.number(index / LAWFUL_BETWEEN_DEFECTS)
                          .in(parties.inquirer(), line)
                      : line;
                })
            .toList());
  }

  private static PlannedLine lawfulLine(Parties parties, int index) {
    int person = index % parties.persons().size();
    // the next round about the same persons asks something else
    int round = index / parties.persons().size();
    var tuple = parties.tuples().get((person + round) % parties.tuples().size());
    var number = parties.persons().get(person);
    // a standard business system has its number in the place of 宛名番号, and no other
    boolean standard = index % 2 == 0;
    var line =
        new InquiryLine(
            new AddresseeNumber(number.value()),
            standard ? null : number,
            parties.requestedAt().plusMillis(index),
            DEPARTMENT,
            USER,
            parties.inquirer(),
            new NonDisclosureCode("0"),
            tuple.affair(),
            tuple.procedure(),
            null,
            null,
            designation(tuple, index),
            tuple.information(),
            null,
            null);
    return new PlannedLine(person, line.fields(), new Expectation.Leaves(tuple));
  }

  /** Clients name a municipality by its 5 digits as well, and a city by one of its wards. */
  private static ProviderDesignation designation(PermittedTuple tuple, int index) {
    var code = tuple.provider().value();
    if (index % 3 > 0 || !code.startsWith(PREFIX_OF_MUNICIPALITIES)) {
      return new ProviderDesignation(code);
    }
    int from = PREFIX_OF_MUNICIPALITIES.length();
    var digits = code.substring(from, from + DIGITS_OF_MUNICIPALITY);
    return new ProviderDesignation(
        index % 2 == 0 ? FIRST_WARD.getOrDefault(digits, digits) : digits);
  }

  /** Writes the file under this name into the folder. */
  public Path write(Path folder, InquiryFileName name) throws IOException {
    return Files.writeString(
        folder.resolve(name.value()),
        lines.stream()
            .map(line -> String.join(",", line.fields()) + "\r\n")
            .collect(Collectors.joining()),
        StandardCharsets.US_ASCII);
  }

  /** How many lines must end so. */
  public long count(Class<? extends Expectation> kind) {
    return lines.stream().map(PlannedLine::expectation).filter(kind::isInstance).count();
  }
}
