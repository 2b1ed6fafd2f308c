package jp.chukan.mocknetwork.control;

import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.mocknetwork.coresystem.DeliverLinkageCodes;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.ContentSize;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.municipality.Municipalities.Counts;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.Resident;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The day of a municipality: acquisition of codes, registration of replicas, changes of households.
 */
@RestController
@RequestMapping("/control/municipalities/{code}")
final class MunicipalityControl {
  private final Municipalities municipalities;
  private final DeliverLinkageCodes linkageCodes;

  MunicipalityControl(Municipalities municipalities, DeliverLinkageCodes linkageCodes) {
    this.municipalities = municipalities;
    this.linkageCodes = linkageCodes;
  }

  /**
   * Persons by their position in a business system.
   *
   * @param from first position
   * @param to position after the last
   * @param system null for 住民記録
   * @param contentBytes size of the answers that what 税務 registers is to make, null for what it
   *     usually holds
   */
  record Range(int from, int to, @Nullable BusinessSystem system, @Nullable Integer contentBytes) {
    Range {
      if (contentBytes != null && system != BusinessSystem.TAX) {
        throw new IllegalArgumentException("only 地方税関係情報 has a size");
      }
    }

    BusinessSystem systemOrResidents() {
      return Objects.requireNonNullElse(system, BusinessSystem.RESIDENT_RECORDS);
    }
  }

  record Entered(int entered) {}

  record Requested(int requested, int refused) {}

  record Progress(int requested, int noticed) {}

  @PostMapping("/linkage-codes")
  Requested acquire(@PathVariable("code") String code, @RequestBody Range range) {
    Counts counts =
        municipalities.acquireLinkageCodes(
            new InstitutionCode(code), range.systemOrResidents(), range.from(), range.to());
    return new Requested(counts.accepted(), counts.refused());
  }

  @GetMapping("/linkage-codes")
  Progress acquired(@PathVariable("code") String code) {
    var institution = new InstitutionCode(code);
    return new Progress(
        municipalities.carriedNumbers(institution), linkageCodes.deliveredTo(institution));
  }

  @PostMapping("/replicas")
  Counts register(@PathVariable("code") String code, @RequestBody Range range) {
    var institution = new InstitutionCode(code);
    Integer contentBytes = range.contentBytes();
    return contentBytes == null
        ? municipalities.registerReplicas(
            institution, range.systemOrResidents(), range.from(), range.to())
        : municipalities.registerTaxInformation(
            institution, new ContentSize(contentBytes), range.from(), range.to());
  }

  @PostMapping("/entries")
  Entered enter(@PathVariable("code") String code, @RequestBody Range range) {
    return new Entered(
        municipalities
            .enter(new InstitutionCode(code), range.systemOrResidents(), range.from(), range.to())
            .size());
  }

  @PostMapping("/residents/{index}/head")
  Counts makeHead(@PathVariable("code") String code, @PathVariable("index") int index) {
    return municipalities.makeHead(new InstitutionCode(code), index);
  }

  /**
   * A fictitious resident, as far as anybody outside the municipality may see one.
   *
   * @param index position
   * @param unifiedAddresseeNumber 「団体内統合宛名番号」, null before the first entry at the hub
   * @param name 氏名
   * @param household number of the household
   * @param head whether the resident is 世帯主
   * @param headName 世帯主氏名, null for a head
   * @param relationship 続柄, null for a head
   * @param underSupport 支援措置
   */
  record ResidentView(
      int index,
      @Nullable UnifiedAddresseeNumber unifiedAddresseeNumber,
      String name,
      int household,
      boolean head,
      @Nullable String headName,
      @Nullable String relationship,
      boolean underSupport) {
    @Override
    public String toString() {
      return "ResidentView[redacted]";
    }
  }

  @GetMapping("/residents/{index}")
  ResidentView resident(@PathVariable("code") String code, @PathVariable("index") int index) {
    var institution = new InstitutionCode(code);
    Resident resident = municipalities.resident(institution, index);
    String headName = null;
    String relationship = null;
    if (resident.householdInformation() instanceof HouseholdInformation.Member member) {
      headName = member.headName();
      relationship = member.relationship();
    }
    return new ResidentView(
        resident.index(),
        municipalities.unifiedNumber(institution, resident).orElse(null),
        resident.basicInformation().name(),
        resident.household(),
        headName == null,
        headName,
        relationship,
        resident.underSupport());
  }
}
