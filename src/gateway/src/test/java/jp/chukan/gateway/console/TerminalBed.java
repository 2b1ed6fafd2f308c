package jp.chukan.gateway.console;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.chukan.contract.attachment.RegistrationAttachmentWriter;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.ReplicaItem;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.attachment.SegmentPlace;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.message.BasicInformationRequest;
import jp.chukan.contract.message.BasicInformationResponse;
import jp.chukan.contract.message.BasicInformationResponse.BasicInformation;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.staff.ConsoleStaff;
import jp.chukan.gateway.staff.ConsoleStaff.Clerk;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;

/** The terminal of 石巻市 at the running server; every citizen is 架空 太郎, born on 1980-01-01. */
public final class TerminalBed {
  public static final String BORN = "1980-01-01";
  public static final String PURPOSE = "窓口での届出";
  static final String SEARCH = "/console/replicas";
  static final String ENTRY = SEARCH + "/entry";
  static final String PROPOSALS = SEARCH + "/proposals";
  private static final String DIRECTORY = "/hub/" + ISHINOMAKI + "/basic-information";
  private static final SystemIdentifier SYSTEM = new SystemIdentifier("T000104202");
  private static final SystemIdentifier SERVER = new SystemIdentifier("K000000001");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");
  private static final AtomicInteger COUNT = new AtomicInteger();

  final ConsoleStaff staff = new ConsoleStaff();
  final RunningGateway gateway = staff.gateway();

  public TerminalBed() {
    directoryAnswers();
  }

  public RunningGateway gateway() {
    return gateway;
  }

  public void directoryAnswers() {
    MessageHeader header =
        MessageHeader.request(new MessageId("Q-1"), BasicInformationRequest.TYPE_ID, SERVER, SYSTEM)
            .answer(
                new MessageId("A-1"),
                BasicInformationResponse.TYPE_ID,
                null,
                MessageHeader.ACCEPTED);
    BasicInformation person = new BasicInformation("架空 太郎", "架空町1番地", LocalDate.parse(BORN), "1");
    gateway
        .network()
        .stubFor(
            post(urlEqualTo(DIRECTORY))
                .willReturn(
                    okXml(
                        new String(
                            XmlMessages.write(
                                new BasicInformationResponse(
                                    header, new BasicInformationResponse.Body(person))),
                            StandardCharsets.UTF_8))));
  }

  void directoryIsOut() {
    gateway.network().stubFor(post(urlEqualTo(DIRECTORY)).willReturn(aResponse().withStatus(500)));
  }

  public String freshAddressee() {
    return "000008%09d".formatted(COUNT.incrementAndGet());
  }

  /** A member of a household, by message. */
  void register(String addressee, String headName) {
    String number = "MSG" + COUNT.incrementAndGet() + "X" + addressee;
    String file = "DBM_20113_ATTACH_0.xml";
    byte[] message =
        XmlMessages.write(
            new ReplicaRegistrationRequest(
                MessageHeader.request(
                    new MessageId(number), ReplicaRegistrationRequest.TYPE_ID, SYSTEM, SERVER),
                new ReplicaRegistrationRequest.Body(
                    new DepartmentCode("3595115400"), new UserId("shimin01"), file, "1")));
    String body =
        part("message", message)
            + part("attachment\"; filename=\"" + file, attachment(number, addressee, headName))
            + "--of-a-test--\r\n";
    try {
      HttpResponse<String> response =
          gateway.post(
              "municipal-client-" + ISHINOMAKI,
              "/municipal/replicas",
              "multipart/form-data; boundary=of-a-test",
              body.getBytes(StandardCharsets.UTF_8));
      assertThat(
              XmlMessages.read(
                      ReplicaRegistrationResult.class,
                      response.body().getBytes(StandardCharsets.UTF_8))
                  .body()
                  .refused())
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String part(String name, byte[] content) {
    return "--of-a-test\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, new String(content, StandardCharsets.UTF_8));
  }

  private static byte[] attachment(String number, String addressee, String headName) {
    var bytes = new ByteArrayOutputStream();
    try (var writer =
        new RegistrationAttachmentWriter(
            bytes, Segment.REGISTRATION, SegmentPlace.BEFORE_RECORDS)) {
      writer.write(
          new RegistrationRecord(
              new RecordIdentificationNumber(number),
              new UnifiedAddresseeNumber(addressee),
              ProvisionDraft.RESIDENT_RECORD,
              new ItemCode("TK00000000000100"),
              "1",
              new LayoutEdition("2"),
              null,
              LocalDate.parse("2025-10-01"),
              null,
              null,
              null,
              null,
              List.of(
                  item(ProvisionDraft.HEAD_FLAG, "0"),
                  item(ProvisionDraft.HEAD_NAME, headName),
                  item(ProvisionDraft.RELATIONSHIP, "子"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ReplicaItem item(ItemCode code, String value) {
    return new ReplicaItem(code, value, "1", Instant.parse("2025-10-01T00:00:00Z"));
  }

  /** A person whose 「副本」 came by message. */
  public String person(String headName) {
    String addressee = freshAddressee();
    register(addressee, headName);
    return addressee;
  }

  static Map<String, String> question(String addressee) {
    return new HashMap<>(
        Map.of(
            "addressee",
            addressee,
            "birthDate",
            BORN,
            "information",
            ProvisionDraft.RESIDENT_RECORD.value(),
            "purpose",
            PURPOSE));
  }

  /** The person searches and asks for the form. */
  HttpResponse<String> form(Clerk clerk, String addressee, String kind) {
    clerk.browser().submit(SEARCH, question(addressee));
    Map<String, String> fields = question(addressee);
    fields.put("kind", kind);
    fields.put("recordKey", "1");
    return clerk.browser().post(ENTRY, fields);
  }

  /** What the form sends, with these fields as typed. */
  static Map<String, String> typed(
      HttpResponse<String> form, String addressee, String kind, Map<String, String> typed) {
    Map<String, String> fields = question(addressee);
    fields.put("kind", kind);
    fields.put("recordKey", "1");
    fields.put("seen", found(SEEN, form.body()));
    fields.put("publishedFrom", "2025-10-01");
    fields.put("publishedTo", "");
    fields.put("mode", "AUTOMATIC");
    fields.put("item.TK00000000000101", "0");
    fields.put("item.TK00000000000103", "子");
    fields.put("reason", "届出のとおり");
    fields.putAll(typed);
    return fields;
  }

  /** The person enters; returns the number of the proposal. */
  String enter(Clerk clerk, String addressee, String kind, Map<String, String> typed) {
    HttpResponse<String> form = form(clerk, addressee, kind);
    HttpResponse<String> answer =
        clerk.browser().post(PROPOSALS, typed(form, addressee, kind, typed));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  String correct(Clerk clerk, String addressee, String headName) {
    return enter(clerk, addressee, "CORRECTION", Map.of("item.TK00000000000102", headName));
  }

  /** The page with before and after. */
  HttpResponse<String> look(Clerk clerk, String number) {
    Browser browser = clerk.browser();
    return browser.submit(PROPOSALS + "/" + number, Map.of("purpose", "申請の確認"));
  }

  /** The person looks and decides. */
  HttpResponse<String> decide(Clerk clerk, String number, String action) {
    HttpResponse<String> page = look(clerk, number);
    Matcher shown = VERSION.matcher(page.body());
    String version = shown.find() ? shown.group(1) : version(number);
    return clerk
        .browser()
        .post(
            PROPOSALS + "/" + number + "/step",
            Map.of("action", action, "version", version, "comment", "確認しました", "purpose", "申請の確認"));
  }

  private String version(String number) {
    return gateway
        .database()
        .everything()
        .sql("select version from replica_proposal where proposal_number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return matcher.group(1);
  }

  public String state(String number) {
    return gateway
        .database()
        .everything()
        .sql("select state from replica_proposal where proposal_number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  /** How many 「副本」 the person has. */
  public int replicas(String addressee) {
    return gateway
        .database()
        .everything()
        .sql("select count(*) from replica where addressee_number = ?")
        .param(addressee)
        .query(Integer.class)
        .single();
  }
}
