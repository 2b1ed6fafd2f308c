package jp.chukan.gateway.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import jp.chukan.contract.code.InstitutionCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("同梱の機関マスタ")
class ShippedMasterTest {
  private final List<InstitutionCode> codes = codes();

  private static List<InstitutionCode> codes() {
    try (InputStream file =
        ShippedMasterTest.class.getResourceAsStream("/institutions/master.csv")) {
      return MasterFile.read(file.readAllBytes()).stream().map(MasterEntry::institution).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void holdsTheInstitutionsWhoseCodesArePublished() {
    assertThat(codes)
        .contains(
            new InstitutionCode("0220104202101700"),
            new InstitutionCode("0220108220101700"),
            new InstitutionCode("0220113121101700"),
            new InstitutionCode("0220113112101700"),
            new InstitutionCode("0220010000501700"),
            new InstitutionCode("0220011000101700"),
            new InstitutionCode("0710470000001700"),
            new InstitutionCode("0730302000001700"),
            new InstitutionCode("0510200000001900"),
            new InstitutionCode("1419900000002200"),
            new InstitutionCode("0030099000001700"),
            new InstitutionCode("0030099000011700"));
  }

  @Test
  void holdsEveryPrefecture() {
    assertThat(
            IntStream.rangeClosed(1, 47)
                .filter(
                    prefecture ->
                        codes.stream()
                            .noneMatch(
                                code ->
                                    code.value().startsWith("02200%02d000".formatted(prefecture)))))
        .isEmpty();
  }
}
