package jp.chukan.gateway.console;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.TestGrants;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.ProvisionExchange;
import jp.chukan.gateway.testing.SoftwareAuthenticator;

/**
 * Held requests about 地方税関係情報 at the running server, and the fictitious staff of 石巻市 who decide
 * them with browsers.
 */
public final class CaseBed {
  public static final String PURPOSE = "提供の審査のため";
  public static final String GROUND = "架空の申出を確認したため";
  public static final String TEXT_VALUE = "架空の値";
  public static final String PER_INCOME_VALUE = "128000";
  public static final ItemCode TEXT = new ItemCode("TK00000000002001");
  public static final ItemCode PER_CAPITA = new ItemCode("TK00000000002204");
  public static final ItemCode PER_INCOME = new ItemCode("TK00000000002228");

  private static final SpecificPersonalInformationCode TAX =
      new SpecificPersonalInformationCode("TM00000000000002");
  private static final ItemCode DATA_SET = new ItemCode("TK00000000002000");
  private static final DepartmentCode DEPARTMENT = new DepartmentCode("D001");
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final List<Grant> GRANTS = new ArrayList<>();

  public final StaffBed staff;
  private final DecryptionKey inquirersKey;
  private final Map<UserId, SoftwareAuthenticator> passkeys = new HashMap<>();

  public CaseBed() {
    this(new StaffBed());
  }

  /**
   * @param staff at the console of the server that is asked
   */
  public CaseBed(StaffBed staff) {
    this.staff = staff;
    this.inquirersKey =
        staff.gateway.keys().authority().decryptionKey(ProvisionDraft.MINISTER, KeyKind.EC_P256);
  }

  /** A case that waits. */
  public record Held(String id, ProvisionDraft draft, ProvisionExchange exchange) {
    public String path() {
      return "/console/approvals/" + id;
    }

    public String addressee() {
      return exchange.freshAddressee();
    }
  }

  /** Somebody at a browser. */
  public record Person(UserId user, Browser browser) {
    public HttpResponse<String> open(Held held) {
      return open(held, PURPOSE);
    }

    HttpResponse<String> open(Held held, String purpose) {
      browser.get("/console/approvals");
      return browser.post(held.path(), Map.of("purpose", purpose));
    }

    /** Opens the case and sends its form, with these fields on it. */
    public HttpResponse<String> decide(Held held, String deed, String comment, String... more) {
      return send(held, form(open(held).body(), deed, comment, more));
    }

    /** Sends the form of a page that was opened before. */
    HttpResponse<String> send(Held held, Map<String, String> form) {
      return browser.post(held.path() + "/decision", form);
    }
  }

  // -- staff

  /** A person with a grant to provide; signed in, an approver with a passkey. */
  Person person(StaffRole... roles) throws Exception {
    UserId user = staff.person(ISHINOMAKI, roles);
    grant(user, ProvisionDraft.AFFAIR, GrantedFunction.PROVISION);
    return signedIn(user, List.of(roles).contains(StaffRole.APPROVER));
  }

  public Person officer() throws Exception {
    return person(StaffRole.OFFICER);
  }

  public Person approver() throws Exception {
    return person(StaffRole.APPROVER);
  }

  /** Somebody whom nobody has granted anything. */
  Person withoutGrant(InstitutionCode institution, StaffRole... roles) throws Exception {
    UserId user = staff.person(institution, roles);
    return new Person(user, staff.signedIn(institution, user));
  }

  Person signedIn(UserId user, boolean passkey) throws Exception {
    Browser browser = staff.signedIn(ISHINOMAKI, user);
    if (passkey) {
      prove(user, browser);
    }
    return new Person(user, browser);
  }

  private void prove(UserId user, Browser browser) throws Exception {
    SoftwareAuthenticator authenticator = passkeys.get(user);
    browser.get("/console/passkey");
    if (authenticator == null) {
      authenticator = new SoftwareAuthenticator();
      passkeys.put(user, authenticator);
      String options = browser.postJson("/console/passkey/enrolment/options", "").body();
      assertThat(
              browser
                  .postJson("/console/passkey/enrolment", authenticator.enrol(options))
                  .statusCode())
          .isEqualTo(204);
      browser.get("/console/passkey");
    }
    String options = browser.postJson("/console/passkey/proof/options", "").body();
    assertThat(
            browser.postJson("/console/passkey/proof", authenticator.prove(options)).statusCode())
        .isEqualTo(204);
  }

  /** For two days: the time of the tests may pass midnight. */
  public void grant(UserId user, AffairCode affair, GrantedFunction function) {
    LocalDate today = JapanDay.of(staff.clock.instant());
    Stream.of(today, today.plusDays(1))
        .map(day -> new Grant(user, DEPARTMENT, affair, function, day, day, "試験"))
        .forEach(GRANTS::add);
    TestGrants.on(staff.gateway.database()).inForce(ISHINOMAKI, GRANTS.toArray(Grant[]::new));
  }

  // -- cases

  /** A request that is held because the person is flagged. */
  public Held hold() throws IOException, InterruptedException {
    return hold(ProvisionDraft.VALIDITY);
  }

  public Held hold(Duration validity) throws IOException, InterruptedException {
    ProvisionDraft draft =
        new ProvisionDraft(
            staff.gateway.keys().networkSigner(), inquirersKey, staff.clock.instant());
    draft.information = TAX;
    draft.items = List.of(TEXT, PER_CAPITA, PER_INCOME);
    draft.permitExpiresAt = staff.clock.instant().plus(validity);
    draft.pathExpiresAt = draft.permitExpiresAt;
    ProvisionExchange exchange = new ProvisionExchange(staff.gateway, draft);
    exchange.permit();
    // the list in force is looked up again after a moment
    staff.clock.advance(Duration.ofSeconds(2));
    register(exchange, PER_INCOME_VALUE);
    exchange.askAbout(exchange.freshAddressee());
    exchange.deliver();
    String id =
        await().atMost(AT_MOST).until(() -> caseOf(draft), Optional::isPresent).orElseThrow();
    return new Held(id, draft, exchange);
  }

  /** Registers what the 「副本」 holds; the amount is the part that a test changes. */
  static void register(ProvisionExchange exchange, String perIncome)
      throws IOException, InterruptedException {
    exchange.register(
        DATA_SET,
        ResponseMode.APPROVAL_REQUIRED,
        List.of(
            new Item(TEXT, TEXT_VALUE),
            new Item(PER_CAPITA, "3500"),
            new Item(PER_INCOME, perIncome)));
  }

  private Optional<String> caseOf(ProvisionDraft draft) {
    return staff
        .gateway
        .database()
        .everything()
        .sql("select case_id from approval_case where processing_number = ?")
        .param(draft.number.value())
        .query(String.class)
        .optional();
  }

  public String state(Held held) {
    return staff
        .gateway
        .database()
        .everything()
        .sql("select state from approval_case where case_id = ?")
        .param(held.id())
        .query(String.class)
        .single();
  }

  /** Function, person and success of what the 「操作ログ」 says of the case, in order. */
  List<String> operations(Held held) {
    return staff
        .gateway
        .database()
        .everything()
        .sql(
            """
            select operation_function || ' ' || user_id || ' ' || succeeded
                   || coalesce(' ' || purpose, '')
              from operation where target = ? order by id
            """)
        .param(held.id())
        .query(String.class)
        .list();
  }

  // -- what leaves

  /** Whether anything left for the case, or waits to leave. */
  public boolean anythingLeft(Held held) {
    int waiting =
        staff
            .gateway
            .database()
            .everything()
            .sql("select count(*) from outbox where number = ?")
            .param(held.draft().number.value())
            .query(Integer.class)
            .single();
    return waiting > 0 || held.exchange().sentAnswer().isPresent();
  }

  /** What the network was sent. */
  public ProvisionAnswer.Body answer(Held held) {
    byte[] sent =
        await()
            .atMost(AT_MOST)
            .until(held.exchange()::sentAnswer, Optional::isPresent)
            .orElseThrow();
    return held.exchange().answer(sent).orElseThrow();
  }

  /** What the inquirer reads in the one answer. */
  public ProvidedInformation read(Held held) {
    ProvisionDraft draft = held.draft();
    DocumentVerifier verifier =
        new DocumentVerifier(staff.gateway.keys().authority().trustAnchors(), staff.clock);
    byte[] content =
        new EnvelopeOpener(inquirersKey, verifier, staff.clock)
            .open(
                Objects.requireNonNull(answer(held).envelope()),
                new EnvelopeBinding(
                    draft.number,
                    draft.permitId,
                    draft.inquirer,
                    inquirersKey.keyId(),
                    draft.profile,
                    draft.permitExpiresAt),
                ISHINOMAKI)
            .content();
    return XmlDocuments.read(ProvidedInformation.class, content);
  }

  // -- pages

  /** The form on the page, filled in. */
  static Map<String, String> form(String page, String deed, String comment, String... more) {
    Map<String, String> form = new HashMap<>();
    form.put("deed", deed);
    form.put("comment", comment);
    for (String name : List.of("version", "seen", "purpose")) {
      hidden(page, name).ifPresent(value -> form.put(name, value));
    }
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form;
  }

  private static Optional<String> hidden(String page, String name) {
    Matcher found =
        Pattern.compile("type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** The cells of the table of items: name and code, value in the 「副本」, value that leaves. */
  static List<List<String>> items(String page) {
    String body = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
    List<List<String>> rows = new ArrayList<>();
    for (String row : body.split("</tr>")) {
      List<String> cells = new ArrayList<>();
      Matcher cell = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL).matcher(row);
      while (cell.find()) {
        cells.add(cell.group(1).replaceAll("<[^>]*>", "").strip());
      }
      if (!cells.isEmpty()) {
        rows.add(cells);
      }
    }
    return rows;
  }
}
