package jp.chukan.command.client;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;

/** A TLS server that asks for a certificate, answers what the test wants and keeps the request. */
final class FakeGateway implements AutoCloseable {
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");

  int status = 200;
  String answer = "";
  final Map<String, String> answerHeaders = new HashMap<>();
  String received = "";
  String contentType = "";
  String method = "";
  String path = "";
  String peer = "";

  private final HttpsServer server;
  private final Path keys;

  /**
   * @param keys folder that holds the test certificates
   */
  FakeGateway(Path keys) throws IOException {
    this.keys = keys;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var context = ClientCertificate.context(keys, "gateway-server");
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            var wanted = context.getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext("/", exchange -> answer((HttpsExchange) exchange));
    server.start();
  }

  MunicipalClient client() throws IOException {
    return MunicipalClient.connect(
        URI.create("https://localhost:" + server.getAddress().getPort()), keys, ISHINOMAKI);
  }

  OperatorClient operator() throws IOException {
    return OperatorClient.connect(
        URI.create("https://localhost:" + server.getAddress().getPort()), keys);
  }

  static MessageHeader header(String type) {
    return new MessageHeader(
        new MessageId("1"),
        type,
        ExecutionMode.PRODUCTION,
        new SystemIdentifier("K000000001"),
        new SystemIdentifier("T000104202"),
        new ReceptionNumber("0".repeat(26)),
        MessageHeader.ACCEPTED);
  }

  void answers(Message message) {
    answer = new String(XmlMessages.write(message), StandardCharsets.UTF_8);
  }

  private void answer(HttpsExchange exchange) throws IOException {
    peer = exchange.getSSLSession().getPeerPrincipal().getName();
    method = exchange.getRequestMethod();
    path = exchange.getRequestURI().toString();
    contentType = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    answerHeaders.forEach(exchange.getResponseHeaders()::set);
    var body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
