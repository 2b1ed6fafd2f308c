package jp.chukan.mocknetwork.interfacesystem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.mocknetwork.connection.GatewayRequest;
import jp.chukan.mocknetwork.connection.RegisteredPlatform;
import jp.chukan.mocknetwork.coresystem.PermissionLists;
import jp.chukan.mocknetwork.coresystem.PublishTrustList;
import jp.chukan.mocknetwork.recordlist.ExchangeRecordLists;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the intermediate server calls: it brings answers and inquiries, and fetches the list. */
@RestController
final class InterfaceEndpoints {
  private final RegisteredPlatform platform;
  private final ReceiveAnswer reception;
  private final ReceiveInquiry inquiries;
  private final ReceptionFaults faults;
  private final PermissionLists lists;
  private final PublishTrustList trustLists;
  private final ExchangeRecordLists records;

  InterfaceEndpoints(
      RegisteredPlatform platform,
      ReceiveAnswer reception,
      ReceiveInquiry inquiries,
      ReceptionFaults faults,
      PermissionLists lists,
      PublishTrustList trustLists,
      ExchangeRecordLists records) {
    this.platform = platform;
    this.reception = reception;
    this.inquiries = inquiries;
    this.faults = faults;
    this.lists = lists;
    this.trustLists = trustLists;
    this.records = records;
  }

  @PostMapping(path = "/interface/answers", consumes = GatewayRequest.CMS)
  void answer(@RequestBody byte[] signed, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    platform.require(request);
    ReceptionFaults.Fault fault = faults.next();
    switch (fault.kind()) {
      case ERROR -> response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      case DROP -> breakOff(reception.receive(new RawSignedDocument(signed)), response);
      case NONE, DELAY -> {
        new CompletableFuture<byte[]>()
            .completeOnTimeout(signed, fault.delay().toMillis(), TimeUnit.MILLISECONDS)
            .join();
        write(reception.receive(new RawSignedDocument(signed)), response);
      }
    }
  }

  @PostMapping(path = "/interface/inquiries", consumes = GatewayRequest.CMS)
  void inquire(@RequestBody byte[] signed, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    platform.require(request);
    write(inquiries.receive(new RawSignedDocument(signed)), response);
  }

  @GetMapping("/interface/permission-lists/current")
  void currentList(HttpServletRequest request, HttpServletResponse response) throws IOException {
    platform.require(request);
    Optional<byte[]> list = lists.currentDocument();
    if (list.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    } else {
      write(list.get(), response);
    }
  }

  @GetMapping("/interface/trust-lists/current")
  void currentTrustList(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    platform.require(request);
    write(trustLists.current(), response);
  }

  /** The network's own records and those of the others, for the server to compare with its own. */
  @GetMapping("/interface/exchange-records")
  void exchangeRecords(
      @RequestParam("institution") String institution,
      @RequestParam("from") Instant from,
      @RequestParam("to") Instant to,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    platform.require(request);
    write(records.signed(new InstitutionCode(institution), from, to), response);
  }

  private static void write(byte[] signed, HttpServletResponse response) throws IOException {
    response.setContentType(GatewayRequest.CMS);
    response.setContentLength(signed.length);
    response.getOutputStream().write(signed);
  }

  /** Announces the whole receipt, sends half of it and closes. */
  private static void breakOff(byte[] signed, HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setContentLength(signed.length);
    response.getOutputStream().write(signed, 0, signed.length / 2);
    response.flushBuffer();
  }
}
