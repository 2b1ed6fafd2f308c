package jp.chukan.gateway.municipal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.ReplicaInquiryResult;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.access.RequestBody;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import jp.chukan.gateway.limit.BoundedUpload;
import jp.chukan.gateway.limit.LimitSettings;
import jp.chukan.gateway.replica.RegistrationSubmission;
import jp.chukan.gateway.replica.RegistrationSubmission.Attachment;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The municipality registers, deletes and looks at its 「副本」, and holds answers back (MS-58). An
 * attachment is a stream from the socket on: no file of it is made here (MS-61).
 */
@RestController
class ReplicaEndpoints {
  private static final int LARGEST_MESSAGE = 1 << 20;
  private static final String MESSAGE = "message";
  private static final String ATTACHMENT = "attachment";

  private final Flows flows;
  private final LimitSettings limits;

  ReplicaEndpoints(Flows flows, LimitSettings limits) {
    this.flows = flows;
    this.limits = limits;
  }

  @PostMapping(
      path = "/municipal/replicas",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<byte[]> register(
      @AuthenticationPrincipal ClientIdentity client, HttpServletRequest request) {
    return answer(
        flows.call(
            Flow.REGISTER_REPLICAS,
            client.institution(),
            submission(request),
            ReplicaRegistrationResult.class));
  }

  @PostMapping(
      path = "/municipal/response-modes",
      consumes = MediaType.APPLICATION_XML_VALUE,
      produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<byte[]> changeResponseModes(
      @AuthenticationPrincipal ClientIdentity client, InputStream body) {
    return answer(
        flows.call(
            Flow.CHANGE_RESPONSE_MODES,
            client.institution(),
            RequestBody.read(body, LARGEST_MESSAGE),
            Acknowledgement.class));
  }

  @PostMapping(
      path = "/municipal/replica-inquiries",
      consumes = MediaType.APPLICATION_XML_VALUE,
      produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<byte[]> inquire(@AuthenticationPrincipal ClientIdentity client, InputStream body) {
    return answer(
        flows.call(
            Flow.INQUIRE_REPLICAS,
            client.institution(),
            RequestBody.read(body, LARGEST_MESSAGE),
            ReplicaInquiryResult.class));
  }

  /** Reads up to the head of the attachment; its content is left for the flow. */
  private RegistrationSubmission submission(HttpServletRequest request) {
    JakartaServletFileUpload<?, ?> parts = new JakartaServletFileUpload<>();
    parts.setHeaderCharset(StandardCharsets.UTF_8);
    try {
      FileItemInputIterator items = parts.getItemIterator(request);
      byte[] message = message(items);
      return new RegistrationSubmission(message, attachment(items));
    } catch (FileUploadException notMultipart) {
      throw InvalidInputException.of(ErrorCode.SYM_MEDIA_TYPE);
    } catch (IOException e) {
      throw new UncheckedIOException("the client broke off while sending", e);
    }
  }

  private static byte[] message(FileItemInputIterator items) throws IOException {
    if (!items.hasNext()) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, MESSAGE);
    }
    FileItemInput first = items.next();
    if (ATTACHMENT.equals(first.getFieldName())) {
      throw InvalidInputException.at(ErrorCode.SYM_ELEMENT_ORDER, MESSAGE);
    }
    requireName(MESSAGE, first);
    return RequestBody.read(first.getInputStream(), LARGEST_MESSAGE);
  }

  private @Nullable Attachment attachment(FileItemInputIterator items) throws IOException {
    if (!items.hasNext()) {
      return null;
    }
    FileItemInput second = items.next();
    if (MESSAGE.equals(second.getFieldName())) {
      throw InvalidInputException.at(ErrorCode.SYM_REPEATED_ELEMENT, MESSAGE);
    }
    requireName(ATTACHMENT, second);
    return new Attachment(
        second.getName(),
        new BoundedUpload(second.getInputStream(), limits.attachment().toBytes()));
  }

  private static void requireName(String name, FileItemInput part) {
    if (!name.equals(part.getFieldName())) {
      throw InvalidInputException.at(ErrorCode.SYM_UNKNOWN_ELEMENT, "multipart");
    }
  }

  private static ResponseEntity<byte[]> answer(Message message) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .body(XmlMessages.write(message));
  }
}
