package jp.chukan.mocknetwork.testing;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.contract.code.InformationStatus;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.inquiryfile.ClientMessages;
import jp.chukan.contract.inquiryfile.InquiryFileLine;
import jp.chukan.contract.inquiryfile.InquiryFileReader;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileWriter;
import jp.chukan.contract.inquiryfile.ResultLine;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.InquiryResult;
import jp.chukan.contract.message.InquiryResultRequest;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;

/**
 * The part of the intermediate server that takes inquiries: every one is answered at once, with the
 * 「団体内統合宛名番号」 that came as the only value.
 */
final class InquiryFilesStandIn implements ResponseDefinitionTransformerV2 {
  static final String NAME = "inquiries";
  private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");
  private final Map<String, byte[]> received = new ConcurrentHashMap<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final List<InquiryRequest.Inquiry> inquiries = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();

  Map<String, byte[]> received() {
    return received;
  }

  List<InquiryRequest.Inquiry> inquiries() {
    return inquiries;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    String[] path = request.getUrl().split("[/?]", -1);
    if (request.getMethod().equals(RequestMethod.PUT)) {
      String number = "FILE%08d".formatted(numbers.incrementAndGet());
      received.put(path[3], request.getBody());
      names.put(number, path[3]);
      return reply(acknowledgement(number));
    }
    if (request.getMethod().equals(RequestMethod.POST)) {
      return reply(
          path[2].equals("inquiries") ? accept(request.getBody()) : result(request.getBody()));
    }
    byte[] file = Objects.requireNonNull(received.get(Objects.requireNonNull(names.get(path[3]))));
    return path.length > 4 && path[4].equals("result")
        ? reply(resultFile(path[3], file))
        : reply("{\"complete\":true}".getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseDefinition reply(byte[] body) {
    return ResponseDefinitionBuilder.responseDefinition().withStatus(200).withBody(body).build();
  }

  private static byte[] acknowledgement(String number) {
    var header =
        MessageHeader.request(
                new MessageId("1"),
                Acknowledgement.TYPE_ID,
                new SystemIdentifier("K000000009"),
                new SystemIdentifier("K000000001"))
            .answer(
                new MessageId("2"),
                Acknowledgement.TYPE_ID,
                new ReceptionNumber(number),
                MessageHeader.ACCEPTED);
    return XmlMessages.write(
        new Acknowledgement(header, new Acknowledgement.Body(null, null, null, null)));
  }

  private static byte[] resultFile(String number, byte[] file) {
    var target = new ByteArrayOutputStream();
    var writer = new ResultFileWriter(target, ResultEncoding.UTF_8);
    try {
      for (InquiryFileLine line : InquiryFileReader.read(file).lines()) {
        writer.write(
            new ResultLine(
                line.fields(),
                new InstitutionCode("0220113112101700"),
                new ReceptionNumber(number),
                TIME,
                new ProcessingNumber(number + "%08d".formatted(line.number())),
                TIME,
                null,
                InquiryStatus.COMPLETED,
                null,
                InformationStatus.NORMAL,
                ClientMessages.NORMAL_END,
                List.of(line.fields().get(2))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target.toByteArray();
  }

  private byte[] accept(byte[] message) {
    var request = XmlMessages.read(InquiryRequest.class, message);
    List<InquiryAcceptance.Result> results = new ArrayList<>();
    for (InquiryRequest.Inquiry inquiry : request.body().inquiries()) {
      inquiries.add(inquiry);
      results.add(
          new InquiryAcceptance.Result(
              inquiry.recordNumber(),
              new ReceptionNumber("SINGLE%08d".formatted(inquiries.size())),
              new ProcessingNumber("SINGLE%08d".formatted(inquiries.size())),
              null,
              null,
              null));
    }
    return XmlMessages.write(
        new InquiryAcceptance(
            GatewayStandIn.answer(request.header(), InquiryAcceptance.TYPE_ID),
            new InquiryAcceptance.Body(results)));
  }

  private static byte[] result(byte[] message) {
    var request = XmlMessages.read(InquiryResultRequest.class, message);
    var result =
        new InquiryResult.Result(
            null,
            new ProcessingNumber(request.body().receptionNumber().value()),
            null,
            null,
            InquiryStatus.COMPLETED,
            null,
            InformationStatus.NORMAL,
            ClientMessages.NORMAL_END,
            null,
            TIME,
            null,
            List.of());
    return XmlMessages.write(
        new InquiryResult(
            GatewayStandIn.answer(request.header(), InquiryResult.TYPE_ID),
            new InquiryResult.Body(request.body().receptionNumber(), true, List.of(result))));
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }
}
