package jp.chukan.gateway.municipal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.BasicInformationRequest;
import jp.chukan.contract.message.BasicInformationResponse;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.crypto.TlsTrust;
import jp.chukan.gateway.kernel.BoundedExchange;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.ServedInstitutions.Institution;
import jp.chukan.gateway.municipal.DirectoryAnswer.Found;
import jp.chukan.gateway.municipal.DirectoryAnswer.NotFound;
import jp.chukan.gateway.municipal.DirectoryAnswer.Unavailable;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/**
 * Asks the 「宛名管理システム」 of an institution for the 「4情報」 of one of its persons (MS-36). What comes
 * back is not believed: it must be small, in time, and exactly such a message from that very
 * system.
 */
@Component
public class AddresseeDirectory {
  private static final Logger log = LoggerFactory.getLogger(AddresseeDirectory.class);
  private static final int LARGEST_ANSWER = 64 << 10;
  private static final int OK = 200;

  private final ServedInstitutions institutions;
  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final SerialNumbers numbers;
  private final InstantSource clock;
  private final SystemIdentifier server;
  private final Duration timeout;
  private final HttpClient http;

  AddresseeDirectory(
      ServedInstitutions institutions,
      InstitutionTransactions transactions,
      CommunicationLog communications,
      SerialNumbers numbers,
      InstantSource clock,
      SslBundles bundles,
      TlsTrust tls,
      @Value("${chukan.system}") String server,
      @Value("${chukan.hub-timeout}") Duration timeout) {
    this.institutions = institutions;
    this.transactions = transactions;
    this.communications = communications;
    this.numbers = numbers;
    this.clock = clock;
    this.server = new SystemIdentifier(server);
    this.timeout = timeout;
    this.http =
        BoundedExchange.client(timeout)
            .sslContext(tls.contextWithKeysOf(bundles, "client"))
            .build();
  }

  /**
   * Asks now and waits for the answer, outside of any transaction; the communication is recorded
   * whatever comes (JN-02).
   *
   * @throws IllegalArgumentException for an institution that this installation does not serve
   */
  public DirectoryAnswer ask(InstitutionCode institution, UnifiedAddresseeNumber addressee) {
    Institution served =
        institutions
            .find(institution)
            .orElseThrow(() -> new IllegalArgumentException("not served: " + institution));
    MessageHeader header =
        MessageHeader.request(
            numbers.nextMessageId(), BasicInformationRequest.TYPE_ID, server, served.system());
    DirectoryAnswer answer = exchange(served, header, addressee);
    ErrorCode error =
        switch (answer) {
          case Found found -> null;
          case NotFound notFound -> null;
          case Unavailable unavailable -> ErrorCode.FGU_DIRECTORY_UNAVAILABLE;
        };
    record(institution, header.messageId().value(), error);
    return answer;
  }

  private DirectoryAnswer exchange(
      Institution served, MessageHeader header, UnifiedAddresseeNumber addressee) {
    byte[] question =
        XmlMessages.write(
            new BasicInformationRequest(header, new BasicInformationRequest.Body(addressee)));
    try {
      HttpResponse<byte[]> response = send(served.hub(), question);
      if (response.statusCode() != OK) {
        throw new IOException("status " + response.statusCode());
      }
      return read(served, response.body());
    } catch (IOException | InvalidInputException e) {
      log.warn("no answer of the addressee directory of {}: {}", served.code(), e.getMessage());
      return new Unavailable();
    }
  }

  /** The time-out is for the whole exchange: an answer that trickles in is given up as well. */
  private HttpResponse<byte[]> send(URI hub, byte[] question) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub + "/basic-information"))
            .header("Content-Type", "application/xml")
            .header("Accept", "application/xml")
            .timeout(timeout)
            .POST(BodyPublishers.ofByteArray(question))
            .build();
    return BoundedExchange.send(http, request, LARGEST_ANSWER, timeout);
  }

  private DirectoryAnswer read(Institution served, byte[] body) {
    BasicInformationResponse response = XmlMessages.read(BasicInformationResponse.class, body);
    if (!response.header().source().equals(served.system())) {
      throw InvalidInputException.at(ErrorCode.SCM_FOREIGN_INSTITUTION, "SourceSystemID");
    }
    if (!response.header().destination().equals(server)) {
      throw InvalidInputException.at(ErrorCode.SYM_DESTINATION, "DestinationSystemID");
    }
    BasicInformationResponse.BasicInformation person = response.body().basicInformation();
    return person == null ? new NotFound() : new Found(person);
  }

  private void record(InstitutionCode institution, String number, @Nullable ErrorCode error) {
    transactions.run(
        institution,
        () ->
            communications.append(
                new Communication(
                    institution,
                    Direction.SENT,
                    institution,
                    BasicInformationRequest.TYPE_ID,
                    number,
                    error,
                    clock.instant())));
  }
}
