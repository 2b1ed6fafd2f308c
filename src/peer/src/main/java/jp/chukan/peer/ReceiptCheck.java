package jp.chukan.peer;

import com.helger.phase4.ebms3header.Ebms3MessageInfo;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.IAS4SignalMessageConsumer;
import com.helger.phase4.sender.IAS4SignalMessageValidationResultHandler;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a receipt proves that one message arrived: signed by the receiver, for this message, and
 * with the digests of everything that the sender signed. phase4 verifies a signature that is there,
 * and compares the digests; whether there is one, and whose, is the application's to ask.
 */
final class ReceiptCheck
    implements IAS4SignalMessageConsumer, IAS4SignalMessageValidationResultHandler {
  private final Parties parties;
  private final String messageId;
  private boolean isSignedByReceiver;
  private boolean isForMessage;
  private boolean areDigestsEqual;
  private @Nullable String difference;

  ReceiptCheck(Parties parties, String messageId) {
    this.parties = parties;
    this.messageId = messageId;
  }

  @Override
  public void handleSignalMessage(
      Ebms3SignalMessage signal,
      IAS4IncomingMessageMetadata metadata,
      IAS4IncomingMessageState state) {
    X509Certificate signer = state.getSigningCertificate();
    isSignedByReceiver =
        state.isSoapSignatureChecked() && signer != null && parties.isReceiver(signer);
    Ebms3MessageInfo about = signal.getMessageInfo();
    isForMessage =
        signal.getReceipt() != null && about != null && messageId.equals(about.getRefToMessageId());
  }

  @Override
  public void onSuccess() {
    areDigestsEqual = true;
  }

  @Override
  public void onError(String message) {
    difference = message;
  }

  @Override
  public void onNotApplicable() {
    difference = "no digests in the receipt";
  }

  /** What is wrong with the receipt, or null when nothing is. */
  @Nullable String defect() {
    if (!isForMessage) {
      return "no receipt for this message";
    }
    if (!isSignedByReceiver) {
      return "the receipt is not signed by the receiver";
    }
    if (difference != null) {
      return difference;
    }
    return areDigestsEqual ? null : "the digests of the receipt were not compared";
  }
}
