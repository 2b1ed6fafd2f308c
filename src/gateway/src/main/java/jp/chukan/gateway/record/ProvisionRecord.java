package jp.chukan.gateway.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * 「情報提供等記録」 (番号法第23条, MS-74): who asked whom for what, when, on which basis, and how it ended. What
 * could not be read from a refused request is null.
 *
 * @param institution whose record this is
 * @param side on which side it stood
 * @param processingNumber 「処理通番」
 * @param inquirer who asked
 * @param provider who was asked
 * @param affair 事務
 * @param procedure 事務手続
 * @param information 特定個人情報名
 * @param items exactly the items asked for
 * @param linkageCode 「符号」 of the person at this institution
 * @param permitId 「情報提供許可証」 that was shown
 * @param nonDisclosure 「不開示コード」, null when nothing is withheld from the citizen
 * @param inquiredAt when the inquirer asked
 * @param receivedAt when the request was taken up here
 * @param decidedAt when it was decided
 * @param outcome how it stands
 * @param errorCode identifier of the catalogue, null when not refused
 */
@JsonPropertyOrder({
  "institution",
  "side",
  "processingNumber",
  "inquirer",
  "provider",
  "affair",
  "procedure",
  "information",
  "items",
  "linkageCode",
  "permitId",
  "nonDisclosure",
  "inquiredAt",
  "receivedAt",
  "decidedAt",
  "outcome",
  "errorCode"
})
public record ProvisionRecord(
    InstitutionCode institution,
    RecordSide side,
    @Nullable ProcessingNumber processingNumber,
    @Nullable InstitutionCode inquirer,
    @Nullable InstitutionCode provider,
    @Nullable AffairCode affair,
    @Nullable ProcedureCode procedure,
    @Nullable SpecificPersonalInformationCode information,
    List<ItemCode> items,
    @Nullable LinkageCode linkageCode,
    @Nullable PermitId permitId,
    @Nullable NonDisclosureCode nonDisclosure,
    @Nullable Instant inquiredAt,
    Instant receivedAt,
    Instant decidedAt,
    RecordOutcome outcome,
    @JsonProperty("errorCode") @Nullable String errorCode) {

  public ProvisionRecord {
    items = List.copyOf(items);
  }

  @Override
  public String toString() {
    return "ProvisionRecord[" + processingNumber + " " + outcome + "]";
  }
}
