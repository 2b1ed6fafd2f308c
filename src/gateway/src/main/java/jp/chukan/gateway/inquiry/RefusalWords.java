package jp.chukan.gateway.inquiry;

import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.ClientMessages;
import org.jspecify.annotations.Nullable;

/** What a client is told of a refused inquiry: the text, and the element that it is about. */
final class RefusalWords {
  private RefusalWords() {}

  /**
   * The text that clients compare; some of them name the person by number, so that it goes to the
   * client that asked and to no log.
   */
  static String message(
      ErrorCode code,
      @Nullable UnifiedAddresseeNumber person,
      @Nullable SpecificPersonalInformationCode information) {
    if (code == ErrorCode.SKI_NO_LINKAGE_CODE && person != null) {
      return ClientMessages.noLinkageCode(person);
    }
    if (code == ErrorCode.SKI_NOT_ON_LIST && information != null) {
      return ClientMessages.notPermitted(information);
    }
    return code.message();
  }

  /** The element of the message, null when it is not about one. */
  static @Nullable String element(ErrorCode code) {
    return switch (code) {
      case SKI_DUPLICATE_RECORD -> "RecordIdentificationNumber";
      case SKI_PERIOD -> "InquiryEndDate";
      case SKI_AFFAIR_PROVIDES_ONLY -> "AffairCode";
      case SKI_OPERATOR_NOT_GRANTED -> "RequestSourceUserID";
      case SKI_PROVIDER_UNKNOWN, SKI_PROVIDER_NOT_VALID, SKI_IN_HOUSE -> "ProviderInstitutionCode";
      case SKI_UNKNOWN_INFORMATION, SKI_NOT_ON_LIST -> "SpecificPersonalInformationCode";
      case SKI_ITEM_OUTSIDE_LAYOUT -> "RequestedItem";
      case SKI_NO_LINKAGE_CODE, SKI_OTHER_PURPOSE -> "IntegratedAddressNumber";
      default -> null;
    };
  }
}
