package jp.chukan.contract.inquiryfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;

/** Files of the tests, and lines about obviously fictitious people. */
final class InquiryFixtures {
  static final InstitutionCode SETAGAYA = new InstitutionCode("0220113112101700");

  private InquiryFixtures() {}

  static byte[] file(String name) {
    try (InputStream file =
        Objects.requireNonNull(InquiryFixtures.class.getResourceAsStream(name), name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line about the person of this number. */
  static InquiryLine line(int person) {
    return new InquiryLine(
        new AddresseeNumber(Integer.toString(person)),
        null,
        Instant.parse("2026-10-01T00:30:00.123Z"),
        new DepartmentCode("3595115400"),
        new UserId("user-0001"),
        SETAGAYA,
        new NonDisclosureCode("0"),
        new AffairCode("JM01000000121000"),
        new ProcedureCode("JT01010000000214"),
        null,
        null,
        new ProviderDesignation("1419900000002200"),
        new SpecificPersonalInformationCode("TM00000000000089"),
        null,
        null);
  }

  static List<InquiryLine> lines(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(InquiryFixtures::line).toList();
  }

  /** Any line that the types allow. */
  static InquiryLine any(Random random) {
    LocalDate from = perhaps(random, LocalDate.ofEpochDay(random.nextInt(40_000)));
    LocalDate to = LocalDate.ofEpochDay(40_000 + random.nextInt(40_000));
    return new InquiryLine(
        new AddresseeNumber(digits(random, 1 + random.nextInt(15))),
        perhaps(random, new UnifiedAddresseeNumber(digits(random, 1 + random.nextInt(15)))),
        Instant.EPOCH.plus(random.nextLong(4_000_000_000_000L), ChronoUnit.MILLIS),
        new DepartmentCode(printable(random, 1 + random.nextInt(20))),
        new UserId(printable(random, 1 + random.nextInt(20))),
        SETAGAYA,
        new NonDisclosureCode(digits(random, 1)),
        new AffairCode("JM" + digits(random, 14)),
        new ProcedureCode("JT" + digits(random, 14)),
        perhaps(random, new InstitutionCode(digits(random, 16))),
        perhaps(random, new InstitutionCode(digits(random, 16))),
        new ProviderDesignation(digits(random, random.nextBoolean() ? 16 : 5)),
        new SpecificPersonalInformationCode("TM" + digits(random, 14)),
        from,
        perhaps(random, to));
  }

  private static <T> @Nullable T perhaps(Random random, T value) {
    return random.nextBoolean() ? value : null;
  }

  private static String digits(Random random, int length) {
    return characters(random, length, '0', '9');
  }

  /** A comma ends the field: the file has no way to write one. */
  private static String printable(Random random, int length) {
    return characters(random, length, '!', '~').replace(',', '.');
  }

  private static String characters(Random random, int length, char first, char last) {
    StringBuilder text = new StringBuilder();
    random.ints(length, first, last + 1).forEach(c -> text.append((char) c));
    return text.toString();
  }
}
