package jp.chukan.peer;

import com.helger.diagnostics.error.SingleError;
import com.helger.diagnostics.error.list.ErrorList;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.profile.IAS4ProfileValidator;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** Takes messages of the one sender only: a signature of any other party of the run is no use. */
final class SenderIdentity implements IAS4ProfileValidator {
  private final Parties parties;

  SenderIdentity(Parties parties) {
    this.parties = parties;
  }

  @Override
  public void validateInitiatorIdentity(
      Ebms3UserMessage message,
      @Nullable X509Certificate signer,
      IAS4IncomingMessageMetadata metadata,
      ErrorList errors) {
    if (signer == null || !parties.isSender(signer)) {
      errors.add(SingleError.builderError().errorText("not signed by the sender").build());
    }
  }
}
