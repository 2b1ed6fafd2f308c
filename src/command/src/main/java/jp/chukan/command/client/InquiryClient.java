package jp.chukan.command.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.InquiryResult;
import jp.chukan.contract.message.InquiryResultRequest;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;

/** 「情報照会」 of one institution: files, messages, and what became of them (MS-24, MS-78). */
public final class InquiryClient {
  private static final SystemIdentifier SERVER = new SystemIdentifier("K000000001");
  private static final String COMPLETE = "Chukan-Complete";
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final GatewayConnection connection;
  private final SystemIdentifier system;

  InquiryClient(GatewayConnection connection, SystemIdentifier system) {
    this.connection = connection;
    this.system = system;
  }

  /**
   * Hands in a file; the same again changes nothing and gets the same number.
   *
   * @throws RefusedMessageException when nothing of it was taken
   */
  public ReceptionNumber submit(Path file) throws IOException {
    var answer =
        connection.send(
            connection
                .request("/municipal/inquiry-files/" + file.getFileName())
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofFile(file))
                .build());
    var number = XmlMessages.read(Acknowledgement.class, answer).header().receptionNumber();
    if (number == null) {
      throw new IOException("the gateway took the file and gave no 受付番号");
    }
    return number;
  }

  /** How far the file is. */
  public InquiryFileState state(ReceptionNumber number) throws IOException {
    return JSON.readValue(
        connection.send(connection.request(path(number)).build()), InquiryFileState.class);
  }

  /**
   * Writes the result file as it stands now; the target appears whole or stays as it was.
   *
   * @return whether nothing in it will change any more
   */
  public boolean result(ReceptionNumber number, ResultEncoding encoding, Path target)
      throws IOException {
    var folder = target.toAbsolutePath().getParent();
    var unfinished = Files.createTempFile(folder, "." + target.getFileName(), ".new");
    try {
      var answer =
          connection.receive(
              connection.request(path(number) + "/result?encoding=" + encoding.wireValue()).build(),
              unfinished);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return answer.headers().firstValue(COMPLETE).map(Boolean::parseBoolean).orElse(false);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Inquires by message.
   *
   * @throws RefusedMessageException when nothing of it was taken
   */
  public List<InquiryAcceptance.Result> inquire(
      DepartmentCode department, UserId user, List<InquiryRequest.Inquiry> inquiries)
      throws IOException {
    var request =
        new InquiryRequest(
            header(InquiryRequest.TYPE_ID), new InquiryRequest.Body(department, user, inquiries));
    var answer = post("/municipal/inquiries", XmlMessages.write(request));
    return XmlMessages.read(InquiryAcceptance.class, answer).body().results();
  }

  /** What became of the inquiries of one message. */
  public InquiryResult.Body results(DepartmentCode department, UserId user, ReceptionNumber number)
      throws IOException {
    var request =
        new InquiryResultRequest(
            header(InquiryResultRequest.TYPE_ID),
            new InquiryResultRequest.Body(department, user, number));
    var answer = post("/municipal/inquiry-results", XmlMessages.write(request));
    return XmlMessages.read(InquiryResult.class, answer).body();
  }

  /** Answers that the server did not take, with the reasons. */
  public JsonNode refusedAnswers() throws IOException {
    return JSON.readTree(connection.send(connection.request("/municipal/refused-answers").build()));
  }

  private byte[] post(String path, byte[] message) throws IOException {
    return connection.send(
        connection
            .request(path)
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofByteArray(message))
            .build());
  }

  private MessageHeader header(String type) {
    return MessageHeader.request(new MessageId(UUID.randomUUID().toString()), type, system, SERVER);
  }

  private static String path(ReceptionNumber number) {
    return "/municipal/inquiry-files/" + number.value();
  }
}
