package jp.chukan.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.permission.ListInForce;
import jp.chukan.gateway.permission.PermissionMatchingLists;

/** One exchange with the running server, from the side of the network. */
public final class ProvisionExchange {
  private static final String NETWORK_CLIENT = "network-client";
  private static final String CMS = "application/cms";

  private final RunningGateway gateway;
  private final ProvisionDraft draft;

  /**
   * @param draft what is asked; the test may still spoil it
   */
  public ProvisionExchange(RunningGateway gateway, ProvisionDraft draft) {
    this.gateway = gateway;
    this.draft = draft;
  }

  /** Puts a list in force that permits what the draft asks for, and nothing else. */
  public void permit() throws IOException, InterruptedException {
    int version =
        gateway
                .context()
                .getBean(PermissionMatchingLists.class)
                .inForce()
                .map(ListInForce::version)
                .orElse(0)
            + 1;
    PermittedInquiry entry =
        new PermittedInquiry(
            draft.inquirer,
            draft.affair,
            draft.procedure,
            draft.provider,
            draft.information,
            LocalDate.parse("2020-04-01"),
            null);
    byte[] list =
        XmlDocuments.write(
            new PermissionMatchingList(version, Clock.systemUTC().instant(), List.of(entry)));
    assertThat(
            gateway
                .post(
                    NETWORK_CLIENT,
                    "/network/permission-lists",
                    CMS,
                    gateway.keys().networkSigner().sign(list))
                .statusCode())
        .isEqualTo(200);
  }

  /** Makes this person of the provider the one whom the draft asks about. */
  public void askAbout(String addressee) {
    LinkageCode code = new LinkageCode("fictitious-" + draft.number);
    String institution = draft.provider.value();
    var jdbc = gateway.database().everything();
    jdbc.sql("insert into linkage_acquisition values (?, ?, ?, now())")
        .params(institution, addressee, ProvisionDraft.freshNumber().value())
        .update();
    jdbc.sql(
            """
            insert into linkage_acquisition_record (institution_code, record_number,
                addressee_number, affair_code, purpose, department_code, user_id, received_at)
            values (?, ?, ?, 'JM01000000001000', 'INFORMATION_LINKAGE', '3595115400', 'tester',
                    now())
            """)
        .params(institution, "flow-" + draft.number, addressee)
        .update();
    jdbc.sql("insert into linkage_code values (?, ?, ?, now())")
        .params(institution, addressee, code.value())
        .update();
    draft.person = code;
  }

  /** A number of a person that no other exchange uses. */
  public String freshAddressee() {
    return "000009%09d".formatted(Math.floorMod(draft.number.hashCode(), 1_000_000_000));
  }

  public void deliver() throws IOException, InterruptedException {
    assertThat(
            gateway
                .post(
                    NETWORK_CLIENT,
                    "/network/" + draft.provider + "/provision-requests",
                    CMS,
                    draft.message())
                .statusCode())
        .isEqualTo(202);
  }

  /** What the interface system was sent for this exchange. */
  public Optional<byte[]> sentAnswer() {
    return gateway.network().findAll(postRequestedFor(anyUrl())).stream()
        .map(LoggedRequest::getBody)
        .filter(
            body ->
                answer(body)
                    .filter(answer -> answer.processingNumber().equals(draft.number))
                    .isPresent())
        .findFirst();
  }

  /** The answer in what was sent, its signature verified; empty when it is something else. */
  public Optional<ProvisionAnswer.Body> answer(byte[] body) {
    DocumentVerifier verifier =
        new DocumentVerifier(gateway.keys().authority().trustAnchors(), Clock.systemUTC());
    try {
      return Optional.of(
          XmlMessages.read(
                  ProvisionAnswer.class,
                  verifier.verify(new RawSignedDocument(body), draft.provider).content())
              .body());
    } catch (InvalidInputException somethingElse) {
      return Optional.empty();
    }
  }
}
