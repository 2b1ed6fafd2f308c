package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.institution.Institutions;
import jp.chukan.gateway.institution.ProviderResolution;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.linkagecode.BoundCode;
import jp.chukan.gateway.linkagecode.LinkageCodes;
import jp.chukan.gateway.permission.InquiryTuple;
import jp.chukan.gateway.permission.ListDecision;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything that is checked before an inquiry leaves (MS-20), for a whole request at once. That
 * the inquirer is the institution of the certificate has been seen before.
 *
 * <p>Refuses, in this order:
 *
 * <ul>
 *   <li>{@link ErrorCode#SKI_PERIOD} a wanted period that ends before it starts
 *   <li>{@link ErrorCode#SKI_AFFAIR_PROVIDES_ONLY} in the name of an affair that only provides
 *       (MS-16)
 *   <li>{@link ErrorCode#SKI_OPERATOR_NOT_GRANTED} by an operator without a grant to inquire for
 *       this affair today (MS-11, MS-22); a grant to provide is another one (MS-23)
 *   <li>{@link ErrorCode#SYM_NOT_READY} while there is no institution master
 *   <li>{@link ErrorCode#SKI_PROVIDER_UNKNOWN}, {@link ErrorCode#SKI_PROVIDER_NOT_VALID} a provider
 *       that the institution master does not have, or not at this time
 *   <li>{@link ErrorCode#SKI_IN_HOUSE} asking oneself: what one's own affairs hold is linked in the
 *       house, on the basis of an ordinance and not of the network's list (番号法第9条第2項, MS-25,
 *       MU-04); that is another path than this one
 *   <li>{@link ErrorCode#SKI_UNKNOWN_INFORMATION} a 「特定個人情報」 without a layout in force
 *   <li>{@link ErrorCode#SKI_ITEM_OUTSIDE_LAYOUT} an item that no edition in force has
 *   <li>{@link ErrorCode#SKI_NO_LIST}, {@link ErrorCode#SKI_NOT_ON_LIST} what the 「照会許可照合リスト」 does
 *       not permit today (MS-20); unknown list means deny
 *   <li>{@link ErrorCode#SKI_NO_LINKAGE_CODE} a person without 「符号」
 *   <li>{@link ErrorCode#SKI_OTHER_PURPOSE} a 「符号」 that was not acquired for information linkage
 *       (MS-18)
 * </ul>
 */
@Component
class InquiryChecks {
  private final Grants grants;
  private final Institutions institutions;
  private final StandardLayouts layouts;
  private final PermissionMatchingLists lists;
  private final LinkageCodes linkageCodes;

  InquiryChecks(
      Grants grants,
      Institutions institutions,
      StandardLayouts layouts,
      PermissionMatchingLists lists,
      LinkageCodes linkageCodes) {
    this.grants = grants;
    this.institutions = institutions;
    this.layouts = layouts;
    this.lists = lists;
    this.linkageCodes = linkageCodes;
  }

  /**
   * Checks in the open transaction of the institution; what several inquiries share is asked once.
   *
   * @return one decision for each inquiry, in their order
   */
  List<InquiryDecision> check(
      InstitutionCode institution, List<AskedInquiry> inquiries, Instant now) {
    Map<UnifiedAddresseeNumber, BoundCode> codes =
        linkageCodes.findAll(inquiries.stream().map(AskedInquiry::person).distinct().toList());
    Pass pass = new Pass(institution, now, codes);
    return inquiries.stream().map(pass::decide).toList();
  }

  /** Who asks for which work. */
  private record Operator(UserId user, DepartmentCode department, AffairCode affair) {}

  /** One request: remembers what it has asked. */
  private final class Pass {
    private final InstitutionCode institution;
    private final Instant now;
    private final LocalDate today;
    private final Map<UnifiedAddresseeNumber, BoundCode> codes;
    private final Map<Operator, Boolean> granted = new HashMap<>();
    private final Map<ProviderDesignation, ProviderResolution> providers = new HashMap<>();
    private final Map<SpecificPersonalInformationCode, List<ItemCode>> items = new HashMap<>();
    private final Map<InquiryTuple, ListDecision> listed = new HashMap<>();

    Pass(InstitutionCode institution, Instant now, Map<UnifiedAddresseeNumber, BoundCode> codes) {
      this.institution = institution;
      this.now = now;
      this.today = JapanDay.of(now);
      this.codes = codes;
    }

    InquiryDecision decide(AskedInquiry inquiry) {
      if (endsBeforeItStarts(inquiry)) {
        return refused(inquiry, ErrorCode.SKI_PERIOD, null);
      }
      if (lists.providesOnly(inquiry.affair())) {
        return refused(inquiry, ErrorCode.SKI_AFFAIR_PROVIDES_ONLY, null);
      }
      if (!isGranted(inquiry)) {
        return refused(inquiry, ErrorCode.SKI_OPERATOR_NOT_GRANTED, null);
      }
      return switch (provider(inquiry.provider())) {
        case ProviderResolution.NoMaster() -> refused(inquiry, ErrorCode.SYM_NOT_READY, null);
        case ProviderResolution.Unknown() -> refused(inquiry, ErrorCode.SKI_PROVIDER_UNKNOWN, null);
        case ProviderResolution.NotValid(InstitutionCode provider) ->
            refused(inquiry, ErrorCode.SKI_PROVIDER_NOT_VALID, provider);
        case ProviderResolution.Found(InstitutionCode provider) -> decide(inquiry, provider);
      };
    }

    private InquiryDecision decide(AskedInquiry inquiry, InstitutionCode provider) {
      if (provider.equals(institution)) {
        return refused(inquiry, ErrorCode.SKI_IN_HOUSE, provider);
      }
      List<ItemCode> all = newestItems(inquiry.information());
      if (all.isEmpty()) {
        return refused(inquiry, ErrorCode.SKI_UNKNOWN_INFORMATION, provider);
      }
      if (!inquiry.items().isEmpty()
          && layouts.itemOutside(inquiry.information(), inquiry.items(), today).isPresent()) {
        return refused(inquiry, ErrorCode.SKI_ITEM_OUTSIDE_LAYOUT, provider);
      }
      ErrorCode unlawful = unlawful(inquiry, provider);
      return unlawful == null
          ? new InquiryDecision.Lawful(provider, inLayoutOrder(inquiry.items(), all))
          : refused(inquiry, unlawful, provider);
    }

    private @Nullable ErrorCode unlawful(AskedInquiry inquiry, InstitutionCode provider) {
      ErrorCode unlisted =
          switch (onList(inquiry, provider)) {
            case ListDecision.NoList() -> ErrorCode.SKI_NO_LIST;
            case ListDecision.NotPermitted notPermitted -> ErrorCode.SKI_NOT_ON_LIST;
            case ListDecision.Permitted permitted -> null;
          };
      BoundCode code = codes.get(inquiry.person());
      if (unlisted != null) {
        return unlisted;
      } else if (code == null) {
        return ErrorCode.SKI_NO_LINKAGE_CODE;
      }
      return code.purpose() == AcquisitionPurpose.INFORMATION_LINKAGE
          ? null
          : ErrorCode.SKI_OTHER_PURPOSE;
    }

    private boolean isGranted(AskedInquiry inquiry) {
      return granted.computeIfAbsent(
          new Operator(inquiry.user(), inquiry.department(), inquiry.affair()),
          operator ->
              grants.permits(
                  operator.user(),
                  operator.department(),
                  operator.affair(),
                  GrantedFunction.INQUIRY,
                  today));
    }

    private ProviderResolution provider(ProviderDesignation designation) {
      return providers.computeIfAbsent(designation, named -> institutions.resolve(named, now));
    }

    /** In layout order; none when no layout is in force. */
    private List<ItemCode> newestItems(SpecificPersonalInformationCode information) {
      return items.computeIfAbsent(
          information,
          wanted -> layouts.newest(wanted, today).map(StandardLayout::itemCodes).orElse(List.of()));
    }

    private ListDecision onList(AskedInquiry inquiry, InstitutionCode provider) {
      return listed.computeIfAbsent(
          new InquiryTuple(
              institution, inquiry.affair(), inquiry.procedure(), provider, inquiry.information()),
          tuple -> lists.check(tuple, today));
    }

    private InquiryDecision refused(
        AskedInquiry inquiry, ErrorCode code, @Nullable InstitutionCode provider) {
      BoundCode bound = codes.get(inquiry.person());
      LinkageCode person = bound == null ? null : bound.code();
      return new InquiryDecision.Refused(code, provider, person);
    }
  }

  private static boolean endsBeforeItStarts(AskedInquiry inquiry) {
    LocalDate from = inquiry.periodFrom();
    LocalDate to = inquiry.periodTo();
    return from != null && to != null && to.isBefore(from);
  }

  /** None asked for means all; those of an older edition follow those of the newest. */
  private static List<ItemCode> inLayoutOrder(List<ItemCode> asked, List<ItemCode> newest) {
    if (asked.isEmpty()) {
      return newest;
    }
    SequencedSet<ItemCode> ordered = new LinkedHashSet<>(newest);
    ordered.retainAll(new LinkedHashSet<>(asked));
    ordered.addAll(asked);
    return List.copyOf(ordered);
  }
}
