package jp.chukan.mocknetwork.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;
import org.jspecify.annotations.Nullable;

/** Stands in for the intermediate server: takes everything, unless a test says otherwise. */
public final class GatewayStandIn {
  private static final AtomicInteger NUMBERS = new AtomicInteger(1);
  private final WireMockServer server;
  private final InquiryFilesStandIn files = new InquiryFilesStandIn();
  private final ReplicasStandIn replicas = new ReplicasStandIn();
  private final DisclosureStandIn disclosure;

  GatewayStandIn(TestKeys keys) {
    disclosure = new DisclosureStandIn(keys);
    server =
        new WireMockServer(
            WireMockConfiguration.wireMockConfig()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystorePath(keys.file("gateway-server").toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestKeys.PASSWORD)
                .keyManagerPassword(TestKeys.PASSWORD)
                .trustStorePath(keys.file("trust").toString())
                .trustStoreType("PKCS12")
                .trustStorePassword(TestKeys.PASSWORD)
                .needClientAuth(true)
                .extensions(
                    new NumberAcquisitions(),
                    new AcceptReplicas(replicas),
                    replicas,
                    files,
                    disclosure));
    server.start();
    behaveWell();
  }

  public String url() {
    return "https://localhost:" + server.httpsPort();
  }

  /** Forgets everything, and takes everything from now on. */
  public void behaveWell() {
    server.resetAll();
    disclosure.forget();
    server.stubFor(
        post(urlPathEqualTo("/municipal/linkage-codes"))
            .willReturn(aResponse().withTransformers("number-acquisitions")));
    server.stubFor(
        post(urlPathEqualTo("/municipal/replicas"))
            .willReturn(aResponse().withTransformers("accept-replicas")));
    server.stubFor(
        any(urlPathMatching("/municipal/reconciliations/.*"))
            .willReturn(aResponse().withTransformers(ReplicasStandIn.NAME)));
    server.stubFor(
        any(urlPathMatching("/municipal/inquir.*"))
            .willReturn(aResponse().withTransformers(InquiryFilesStandIn.NAME)));
    server.stubFor(
        post(urlPathMatching("/disclosure/.*"))
            .willReturn(aResponse().withTransformers(DisclosureStandIn.NAME)));
    server.stubFor(
        post(urlPathEqualTo("/municipal/notices"))
            .willReturn(aResponse().withStatus(200).withBody(acknowledgement(null))));
    server.stubFor(
        post(urlPathMatching("/network/.*"))
            .willReturn(aResponse().withStatus(202).withBody(acknowledgement(null))));
  }

  /** What institutions disclose. */
  public DisclosureStandIn disclosure() {
    return disclosure;
  }

  /** What is registered. */
  public ReplicasStandIn replicas() {
    return replicas;
  }

  void stop() {
    server.stop();
  }

  public WireMockServer wireMock() {
    return server;
  }

  /** What arrived at a path, oldest first. */
  public List<LoggedRequest> received(String path) {
    return server.findAll(WireMock.postRequestedFor(urlPathEqualTo(path)));
  }

  /** Files of 「情報照会」 by the names under which they were handed in. */
  public Map<String, byte[]> inquiryFiles() {
    return files.received();
  }

  /** Single inquiries that were handed in. */
  public List<InquiryRequest.Inquiry> inquiries() {
    return files.inquiries();
  }

  /** An acknowledgement, refusing when a code is given. */
  public static byte[] acknowledgement(@Nullable ErrorCode code) {
    var header =
        MessageHeader.request(
                new MessageId("1"),
                Acknowledgement.TYPE_ID,
                new SystemIdentifier("K000000009"),
                new SystemIdentifier("K000000001"))
            .answer(
                new MessageId("2"),
                Acknowledgement.TYPE_ID,
                new ReceptionNumber("RECEPTION1"),
                code == null ? MessageHeader.ACCEPTED : MessageHeader.REFUSED);
    return XmlMessages.write(
        new Acknowledgement(
            header,
            code == null
                ? new Acknowledgement.Body(null, null, null, null)
                : new Acknowledgement.Body(code.id(), null, null, code.message())));
  }

  /** Gives a 処理通番 to each record. */
  private static final class NumberAcquisitions implements ResponseDefinitionTransformerV2 {
    @Override
    public ResponseDefinition transform(ServeEvent event) {
      var request =
          XmlMessages.read(LinkageCodeAcquisitionRequest.class, event.getRequest().getBody());
      var results =
          request.body().acquisitions().stream()
              .map(
                  acquisition ->
                      new LinkageCodeAcquisitionResponse.Result(
                          acquisition.recordNumber(),
                          new ProcessingNumber("TEST%020d".formatted(NUMBERS.getAndIncrement())),
                          null,
                          null,
                          null))
              .toList();
      var response =
          new LinkageCodeAcquisitionResponse(
              answer(request.header(), LinkageCodeAcquisitionResponse.TYPE_ID),
              new LinkageCodeAcquisitionResponse.Body(results));
      return ResponseDefinitionBuilder.responseDefinition()
          .withStatus(200)
          .withBody(XmlMessages.write(response))
          .build();
    }

    @Override
    public String getName() {
      return "number-acquisitions";
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }
  }

  /** Accepts every record of an attachment. */
  private static final class AcceptReplicas implements ResponseDefinitionTransformerV2 {
    private final ReplicasStandIn replicas;

    AcceptReplicas(ReplicasStandIn replicas) {
      this.replicas = replicas;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      String body = new String(event.getRequest().getBody(), StandardCharsets.UTF_8);
      replicas.register(body);
      int start = body.indexOf("<" + ReplicaRegistrationRequest.TYPE_ID);
      String end = "</" + ReplicaRegistrationRequest.TYPE_ID + ">";
      var request =
          XmlMessages.read(
              ReplicaRegistrationRequest.class,
              body.substring(start, body.indexOf(end) + end.length())
                  .getBytes(StandardCharsets.UTF_8));
      int records = body.split("<InformationOfSPIRegistrationDelete>", -1).length - 1;
      var result =
          new ReplicaRegistrationResult(
              answer(request.header(), ReplicaRegistrationResult.TYPE_ID),
              new ReplicaRegistrationResult.Body(records, 0, List.of()));
      return ResponseDefinitionBuilder.responseDefinition()
          .withStatus(200)
          .withBody(XmlMessages.write(result))
          .build();
    }

    @Override
    public String getName() {
      return "accept-replicas";
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }
  }

  static MessageHeader answer(MessageHeader request, String typeId) {
    return request.answer(
        new MessageId("A-1"), typeId, new ReceptionNumber("RECEPTION1"), MessageHeader.ACCEPTED);
  }
}
