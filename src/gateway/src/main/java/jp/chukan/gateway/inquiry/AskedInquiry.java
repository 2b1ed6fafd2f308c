package jp.chukan.gateway.inquiry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.inquiryfile.InquiryLine;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.gateway.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry as the municipality asks it, by message or by file; nothing of it is checked yet.
 *
 * @param recordNumber the sender's key
 * @param department 「依頼元部署コード」
 * @param user 「依頼元ユーザーID」, one person of the staff (MS-22)
 * @param person about whom
 * @param affair 事務
 * @param procedure 事務手続
 * @param delegatingInquirer on whose behalf the inquirer asks, null when on its own
 * @param delegatingProvider on whose behalf the provider answers, null when on its own
 * @param provider who is asked, as the client names it
 * @param information which 「特定個人情報」
 * @param items the items wanted; empty for every item of the layout in force
 * @param nonDisclosure 「照会側不開示コード」, null for disclosed
 * @param periodFrom first day of the wanted period, null when open
 * @param periodTo last day of the wanted period, null when open
 */
record AskedInquiry(
    RecordIdentificationNumber recordNumber,
    DepartmentCode department,
    UserId user,
    UnifiedAddresseeNumber person,
    AffairCode affair,
    ProcedureCode procedure,
    @Nullable InstitutionCode delegatingInquirer,
    @Nullable InstitutionCode delegatingProvider,
    ProviderDesignation provider,
    SpecificPersonalInformationCode information,
    List<ItemCode> items,
    @Nullable NonDisclosureCode nonDisclosure,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo) {

  AskedInquiry {
    items = List.copyOf(items);
  }

  static AskedInquiry of(InquiryRequest.Body request, InquiryRequest.Inquiry inquiry) {
    return new AskedInquiry(
        inquiry.recordNumber(),
        request.department(),
        request.user(),
        inquiry.addressee(),
        inquiry.affair(),
        inquiry.procedure(),
        inquiry.delegatingInquirer(),
        inquiry.delegatingProvider(),
        inquiry.provider(),
        inquiry.information(),
        inquiry.requestedItems(),
        inquiry.nonDisclosure(),
        inquiry.periodFrom(),
        inquiry.periodTo());
  }

  /** A line of a file names no items: it wants all of them. */
  static AskedInquiry of(InquiryLine line) {
    return new AskedInquiry(
        line.recordNumber(),
        line.department(),
        line.user(),
        line.person(),
        line.affair(),
        line.procedure(),
        line.delegatingInquirer(),
        line.delegatingProvider(),
        line.provider(),
        line.information(),
        List.of(),
        line.nonDisclosure(),
        line.periodFrom(),
        line.periodTo());
  }

  /**
   * By which the same record is known when it is sent again.
   *
   * @return SHA-256, 32 bytes
   */
  byte[] digest() {
    // Every value has a form without line ends, so that no two inquiries give the same text.
    String content =
        Stream.of(
                recordNumber.value(),
                department.value(),
                user.value(),
                person.value(),
                affair.value(),
                procedure.value(),
                delegatingInquirer,
                delegatingProvider,
                provider.value(),
                information.value(),
                items.stream().map(ItemCode::value).collect(Collectors.joining(",")),
                nonDisclosure == null ? null : nonDisclosure.value(),
                periodFrom,
                periodTo)
            .map(value -> Objects.toString(value, ""))
            .collect(Collectors.joining("\n"));
    return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
  }

  /** Never shows what it holds: it is about a person. */
  @Override
  public String toString() {
    return "AskedInquiry[redacted]";
  }
}
