package jp.chukan.gateway.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.testing.InquiryAnswerDraft;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Attempt: the answer to an inquirer with a key for both profiles comes in the weaker one. Result:
 * kept as refused, and the inquiry waits for a better one.
 */
@DisplayName("回答の暗号方式")
class AnswerProfileIT {
  private static ExchangeBed bed;

  @BeforeAll
  static void start() {
    bed = new ExchangeBed(CryptoProfile.HYBRID);
  }

  @Test // MS-21, MS-40
  @DisplayName("H1の回答を開く")
  void anAnswerOfTheHybridProfileEndsItsInquiry() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft draft = bed.draft(number);

    bed.receive(draft.message());

    assertThat(draft.permit().profileId()).isEqualTo("H1");
    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
    assertThat(bed.content(number)).isEqualTo(draft.information());
  }

  @Test // MS-43, JN-27
  @DisplayName("弱い方式の許可証は受け付けない")
  void aPermitOfTheWeakerProfileIsRefused() {
    assertRefused(ErrorCode.SKI_ANSWER_PERMIT, AnswerProfileIT::weaker, UnaryOperator.identity());
  }

  @Test // MS-43, JN-27
  @DisplayName("許可証と異なる方式の封筒は受け付けない")
  void anEnvelopeOfTheWeakerProfileThanItsPermitIsRefused() {
    assertRefused(
        ErrorCode.SKI_ANSWER_ENVELOPE,
        UnaryOperator.identity(),
        binding ->
            new EnvelopeBinding(
                binding.processingNumber(),
                binding.permitId(),
                binding.inquirer(),
                binding.keyId(),
                "C1",
                binding.expiresAt()));
  }

  private static void assertRefused(
      ErrorCode expected,
      UnaryOperator<ProvisionPermit> permit,
      UnaryOperator<EnvelopeBinding> binding) {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft draft = bed.draft(number);
    draft.permitDefect = permit;
    draft.bindingDefect = binding;

    bed.receive(draft.message());

    assertThat(bed.state(number)).isEqualTo(InquiryState.SENT);
    assertThat(bed.refusedAnswers())
        .contains(new RefusedAnswer(number, expected, bed.clock.instant()));
  }

  private static ProvisionPermit weaker(ProvisionPermit sound) {
    PermitDraft draft = new PermitDraft(sound);
    draft.profile = "C1";
    return draft.permit();
  }
}
