package jp.chukan.gateway.municipal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.inquiryfile.InquiryFile;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.gateway.access.Acknowledgements;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.access.RequestBody;
import jp.chukan.gateway.inquiry.InquiryFileSubmission;
import jp.chukan.gateway.inquiry.InquiryFileView;
import jp.chukan.gateway.inquiry.InquiryStates;
import jp.chukan.gateway.inquiry.ResultFile;
import jp.chukan.gateway.inquiry.ResultFiles;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import jp.chukan.gateway.limit.QueueRoom;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The municipality inquires by file, and fetches the result file (MS-21, MS-24). */
@RestController
class InquiryFileEndpoints {
  private static final String COMPLETE = "Chukan-Complete";

  private final Flows flows;
  private final InquiryStates states;
  private final ResultFiles results;
  private final QueueRoom room;
  private final Acknowledgements acknowledgements;

  InquiryFileEndpoints(
      Flows flows,
      InquiryStates states,
      ResultFiles results,
      QueueRoom room,
      Acknowledgements acknowledgements) {
    this.flows = flows;
    this.states = states;
    this.results = results;
    this.room = room;
    this.acknowledgements = acknowledgements;
  }

  @PutMapping(
      path = "/municipal/inquiry-files/{fileName}",
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> accept(
      @AuthenticationPrincipal ClientIdentity client,
      @PathVariable String fileName,
      InputStream body) {
    room.require(Flow.ACCEPT_INQUIRY_FILE, client.institution());
    InquiryFileSubmission file =
        new InquiryFileSubmission(fileName, RequestBody.read(body, InquiryFile.LARGEST));
    return acknowledgements.accepted(
        202,
        flows.call(Flow.ACCEPT_INQUIRY_FILE, client.institution(), file, ReceptionNumber.class));
  }

  @GetMapping(
      path = "/municipal/inquiry-files/{number}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  InquiryFileView state(
      @AuthenticationPrincipal ClientIdentity client, @PathVariable String number) {
    return states.file(client.institution(), new ReceptionNumber(number));
  }

  @GetMapping(path = "/municipal/inquiry-files/{number}/result")
  void result(
      @AuthenticationPrincipal ClientIdentity client,
      @PathVariable String number,
      @RequestParam(defaultValue = "UTF-8") String encoding,
      HttpServletResponse response)
      throws IOException {
    ResultFile file =
        results.open(
            client.institution(), new ReceptionNumber(number), ResultEncoding.fromWire(encoding));
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setHeader(COMPLETE, Boolean.toString(file.complete()));
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"");
    try {
      OutputStream target = new BufferedOutputStream(response.getOutputStream());
      file.content().writeTo(target);
      target.flush();
    } catch (RuntimeException e) {
      if (response.isCommitted()) {
        // What follows half a file must be no message but the end of the connection.
        throw new IOException("the result breaks off", e);
      }
      throw e;
    }
  }
}
