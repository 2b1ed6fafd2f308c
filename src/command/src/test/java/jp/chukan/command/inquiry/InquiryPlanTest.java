package jp.chukan.command.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.inquiryfile.InquiryFile;
import jp.chukan.contract.inquiryfile.InquiryFileLine.Readable;
import jp.chukan.contract.inquiryfile.InquiryFileLine.Unreadable;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.InquiryFileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InquiryPlanTest {
  static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  static final Parties PARTIES =
      new Parties(
          ISHINOMAKI,
          IntStream.range(1, 8)
              .mapToObj(index -> new UnifiedAddresseeNumber("%015d".formatted(index)))
              .toList(),
          List.of(tuple("0220108220101700"), tuple("0710470000001700")),
          Instant.parse("2026-10-01T00:00:00Z"));

  @TempDir private Path folder;

  @Test
  void everyLineIsAnotherInquiryThatTheServerCanRead() throws IOException {
    var read = read(InquiryPlan.lawful(PARTIES, 1_000));
    assertThat(read.institution()).isEqualTo(ISHINOMAKI);
    assertThat(read.lines()).hasSize(1_000).allMatch(Readable.class::isInstance);
    assertThat(read.lines())
        .extracting(line -> ((Readable) line).line().provider().value())
        .contains("0220108220101700", "08220", "0710470000001700");
  }

  @Test
  void everyDefectIsAmongTheLinesAndOnlyTheUnreadableOnesCannotBeRead() throws IOException {
    var plan = InquiryPlan.withDefects(PARTIES, 1_000);
    assertThat(plan.count(Expectation.Leaves.class)).isEqualTo(960);
    assertThat(
            plan.lines().stream()
                .map(PlannedLine::expectation)
                .filter(expectation -> !(expectation instanceof Expectation.Leaves))
                .distinct())
        .hasSameSizeAs(LineDefect.values());
    assertThat(Arrays.stream(LineDefect.values()).distinct()).hasSize(9);
    var read = read(plan);
    assertThat(read.lines()).hasSize(1_000);
    for (var line : read.lines()) {
      switch (plan.lines().get(line.number() - 1).expectation()) {
        case Expectation.Leaves leaves -> assertThat(line).isInstanceOf(Readable.class);
        case Expectation.RefusedHere refused -> assertThat(line).isInstanceOf(Readable.class);
        case Expectation.Unreadable(var code, var field) ->
            assertThat(line)
                .isInstanceOfSatisfying(
                    Unreadable.class,
                    unreadable -> {
                      assertThat(unreadable.fault().code()).isEqualTo(code);
                      assertThat(unreadable.fault().field()).isEqualTo(field);
                    });
      }
    }
  }

  private InquiryFile read(InquiryPlan plan) throws IOException {
    var file = plan.write(folder, InquiryFileName.parse("P640R110_20261001090000_0001.DAT"));
    return InquiryFileReader.read(Files.readAllBytes(file));
  }

  private static PermittedTuple tuple(String provider) {
    return new PermittedTuple(
        new AffairCode("JM01000000027000"),
        new ProcedureCode("JT01010000027001"),
        new InstitutionCode(provider),
        new SpecificPersonalInformationCode("TM00000000000001"));
  }
}
