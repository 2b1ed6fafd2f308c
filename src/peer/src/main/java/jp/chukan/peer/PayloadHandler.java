package jp.chukan.peer;

import com.helger.collection.commons.ICommonsList;
import com.helger.http.header.HttpHeaderMap;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.ebms3header.Ebms3MessageInfo;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.error.AS4ErrorList;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.spi.AS4MessageProcessorResult;
import com.helger.phase4.incoming.spi.AS4SignalMessageProcessorResult;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.model.error.EEbmsError;
import com.helger.phase4.model.pmode.IPMode;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Node;

/**
 * The application behind the receiver: takes the payload of a verified and decrypted message. A
 * receipt leaves only after it took it.
 */
final class PayloadHandler implements IAS4IncomingMessageProcessorSPI {
  private static final Logger LOG = LoggerFactory.getLogger(PayloadHandler.class);

  private final Deliveries deliveries;

  PayloadHandler(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public AS4MessageProcessorResult processAS4UserMessage(
      IAS4IncomingMessageMetadata metadata,
      HttpHeaderMap headers,
      Ebms3UserMessage message,
      IPMode processingMode,
      @Nullable Node body,
      @Nullable ICommonsList<WSS4JAttachment> attachments,
      IAS4IncomingMessageState state,
      AS4ErrorList errors) {
    Ebms3MessageInfo about = message.getMessageInfo();
    String id = about == null ? "" : String.valueOf(about.getMessageId());
    String refusal = refusal(id, attachments, state);
    if (refusal == null) {
      return AS4MessageProcessorResult.createSuccess();
    }
    LOG.warn("{}: {}", id, refusal);
    errors.add(
        EEbmsError.EBMS_OTHER
            .errorBuilder(state.getLocale())
            .refToMessageInError(id)
            .errorDetail(refusal)
            .build());
    return AS4MessageProcessorResult.createFailure();
  }

  /** phase4 takes messages without protection as well: whoever needs it has to look. */
  private @Nullable String refusal(
      String id,
      @Nullable ICommonsList<WSS4JAttachment> attachments,
      IAS4IncomingMessageState state) {
    if (!state.isSoapSignatureChecked()) {
      return "not signed";
    }
    if (!state.isSoapDecrypted()) {
      return "not encrypted";
    }
    if (attachments == null || attachments.size() != 1) {
      return "not exactly one payload";
    }
    try (InputStream payload = attachments.get(0).getSourceStream()) {
      return deliveries.take(id, payload.readAllBytes()) ? null : "not what was announced";
    } catch (IOException e) {
      LOG.warn("{}: payload", id, e);
      return "unreadable payload";
    }
  }

  @Override
  public AS4SignalMessageProcessorResult processAS4SignalMessage(
      IAS4IncomingMessageMetadata metadata,
      HttpHeaderMap headers,
      Ebms3SignalMessage message,
      @Nullable IPMode processingMode,
      IAS4IncomingMessageState state,
      AS4ErrorList errors) {
    return AS4SignalMessageProcessorResult.createFailure();
  }

  @Override
  public void processAS4ResponseMessage(
      IAS4IncomingMessageMetadata metadata,
      IAS4IncomingMessageState state,
      String responseId,
      byte @Nullable [] response,
      boolean isResponseAvailable,
      AS4ErrorList errors) {
    // the sender verifies the receipt
  }
}
