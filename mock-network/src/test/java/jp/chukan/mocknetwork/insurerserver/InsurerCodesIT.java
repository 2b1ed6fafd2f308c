package jp.chukan.mocknetwork.insurerserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.coresystem.Persons;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.municipality.AcquiredNumbers;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("医療保険者等の機関別符号")
class InsurerCodesIT {
  private static final String PLACE = "13121";
  private static final InstitutionCode ADACHI = new InstitutionCode("0220113121101700");
  private static final InstitutionCode INSURERS = new InstitutionCode("0730302000001700");
  private static final CountrySystem INSURANCE =
      new CountrySystem(SystemKind.HEALTH_INSURANCE, PLACE);
  private static final int POSITION = 301;

  private final RunningCountry country = RunningCountry.get();
  private final Systems systems = country.bean(Systems.class);

  @Test // T:2143
  @DisplayName("コアが付ける符号は、同じ人の市町村の符号とは別のもので、何度取得しても変わらない")
  void theCodeIsTheInsurersOwn() {
    Resident resident = country.bean(Municipalities.class).resident(ADACHI, POSITION);
    InsuredNumber insured = insured(1);
    assertThat(codes().codeOf(insured)).isEmpty();

    acquire("CODES_OWN_1", insured);
    Optional<LinkageCode> first = codes().codeOf(insured);
    acquire("CODES_OWN_2", insured);

    Persons persons = country.bean(Persons.class);
    assertThat(first).isPresent();
    assertThat(codes().codeOf(insured)).isEqualTo(first);
    assertThat(persons.codeAt(INSURERS, resident.recordCode())).isEqualTo(first);
    assertThat(persons.codeAt(ADACHI, resident.recordCode())).isPresent().isNotEqualTo(first);
  }

  @Test // MS-44
  @DisplayName("符号も要求ファイルも暗号化して保管する")
  void storesNothingInTheClear() {
    InsuredNumber insured = insured(2);
    acquire("CODES_OWN_3", insured);
    String code = codes().codeOf(insured).orElseThrow().value();

    assertThat(stored("insurer_linkage_code")).isNotEmpty().noneMatch(row -> row.contains(code));
    assertThat(stored("insurer_code_request"))
        .isNotEmpty()
        .noneMatch(row -> row.contains(insured.number()));
  }

  private AcquireInsurerCodes codes() {
    return country.bean(AcquireInsurerCodes.class);
  }

  private List<String> stored(String table) {
    return country
        .bean(Partitions.class)
        .in(
            PLACE,
            partition ->
                partition
                    .jdbc()
                    .sql("select body from " + table)
                    .query(byte[].class)
                    .list()
                    .stream()
                    .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                    .toList());
  }

  private void acquire(String file, InsuredNumber insured) {
    country
        .bean(Municipalities.class)
        .acquireLinkageCodes(ADACHI, BusinessSystem.HEALTH_INSURANCE, POSITION, POSITION + 1);
    ProcessingNumber number =
        systems
            .send(
                INSURANCE,
                new CountrySystem(SystemKind.ADDRESSEE_HUB, PLACE),
                AcquiredNumbers.MESSAGE,
                new AcquiredNumbers(List.of(BusinessSystem.HEALTH_INSURANCE.ofResident(POSITION))),
                AcquiredNumbers.Reply.class)
            .numbers()
            .getFirst()
            .number();
    send(
        CodeRequestFile.MESSAGE,
        new CodeRequestFile(
            PLACE, file, "adachi-batch", List.of(new CodeRequestFile.Line(insured, number))),
        CodeRequestFile.Kept.class);
    assertThat(
            send(
                    StartAcquisition.MESSAGE,
                    new StartAcquisition(PLACE, file, "adachi-01"),
                    LinkageCodeFile.class)
                .coded())
        .containsExactly(insured);
  }

  private static InsuredNumber insured(int branch) {
    return new InsuredNumber(PLACE, PLACE, "9000301", "%02d".formatted(branch));
  }

  private <R> R send(String message, Object body, Class<R> type) {
    return systems.send(
        INSURANCE, CountrySystem.only(SystemKind.INSURER_SERVER), message, body, type);
  }
}
