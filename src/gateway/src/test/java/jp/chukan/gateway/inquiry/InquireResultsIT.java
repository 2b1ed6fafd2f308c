package jp.chukan.gateway.inquiry;

import static java.util.Objects.requireNonNull;
import static jp.chukan.gateway.inquiry.IntakeBed.CLERK;
import static jp.chukan.gateway.inquiry.IntakeBed.DEPARTMENT;
import static jp.chukan.gateway.inquiry.IntakeBed.HEAD_NAME;
import static jp.chukan.gateway.inquiry.IntakeBed.HOUSEHOLD;
import static jp.chukan.gateway.inquiry.IntakeBed.ISHINOMAKI_SYSTEM;
import static jp.chukan.gateway.inquiry.IntakeBed.IS_HEAD;
import static jp.chukan.gateway.inquiry.IntakeBed.RELATION;
import static jp.chukan.gateway.inquiry.IntakeBed.SERVER;
import static jp.chukan.gateway.inquiry.IntakeBed.TSUKUBA_SYSTEM;
import static jp.chukan.gateway.inquiry.IntakeBed.file;
import static jp.chukan.gateway.inquiry.IntakeBed.inquiry;
import static jp.chukan.gateway.inquiry.IntakeBed.line;
import static jp.chukan.gateway.inquiry.IntakeBed.text;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.contract.code.InformationStatus;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileReader;
import jp.chukan.contract.inquiryfile.ResultLine;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryResult;
import jp.chukan.contract.message.InquiryResult.Item;
import jp.chukan.contract.message.InquiryResult.Result;
import jp.chukan.contract.message.InquiryResultRequest;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("情報照会結果の取得")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InquireResultsIT {
  private static final String NAME = "P640R110_20261102100000_0001.DAT";
  private static final LayoutEdition EDITION = new LayoutEdition("2");
  private static final Map<ItemCode, String> HOUSEHOLD_OF_A_CHILD =
      items(Map.of(IS_HEAD, "0", HEAD_NAME, "架空　太郎", RELATION, "子"));

  private final IntakeBed bed = new IntakeBed();

  @BeforeEach
  void start() {
    bed.empty();
    bed.permit();
    bed.bind("101", "102", "103", "104", "105");
  }

  @AfterAll
  void end() {
    bed.close();
  }

  @Test // MS-21, MS-24
  @DisplayName("提供された項目を電文で受け取る")
  void theProvidedItemsComeBackInTheOrderOfTheRequest() {
    InquiryAcceptance accepted =
        bed.accept(inquiry("R-1", "101"), inquiry("R-2", "999"), inquiry("R-3", "102"));
    ReceptionNumber number = requireNonNull(accepted.header().receptionNumber());
    assertThat(results(number).complete()).isFalse();
    ProcessingNumber first = number(accepted, 0);
    bed.provide(first, EDITION, HOUSEHOLD_OF_A_CHILD);
    bed.end(number(accepted, 2), InquiryState.UNANSWERED, ErrorCode.SKI_UNANSWERED.id());
    InquiryResult.Body body = results(number);
    assertThat(body.complete()).isTrue();
    assertThat(body.results())
        .extracting(result -> requireNonNull(result.recordNumber()).value())
        .containsExactly("R-1", "R-2", "R-3");
    Result provided = body.results().getFirst();
    assertThat(provided.processingNumber()).isEqualTo(first);
    assertThat(provided.provider()).isEqualTo(TSUKUBA);
    assertThat(provided.information()).isEqualTo(HOUSEHOLD);
    assertThat(provided.status()).isEqualTo(InquiryStatus.COMPLETED);
    assertThat(provided.message()).isNull();
    assertThat(provided.informationStatus()).isEqualTo(InformationStatus.NORMAL);
    assertThat(provided.informationMessage()).isEqualTo("正常終了");
    assertThat(provided.edition()).isEqualTo(EDITION);
    assertThat(provided.items())
        .containsExactly(
            new Item(IS_HEAD, "0"), new Item(HEAD_NAME, "架空　太郎"), new Item(RELATION, "子"));
    Result refused = body.results().get(1);
    assertThat(refused.status()).isEqualTo(InquiryStatus.REFUSED);
    assertThat(refused.processingNumber()).isNull();
    assertThat(refused.message()).isEqualTo("指定された団体内統合宛名番号「００００００００００００９９９」は符号が未取得です。");
    assertThat(body.results().get(2).informationStatus()).isEqualTo(InformationStatus.UNANSWERED);
    // the message passes its own schema
    XmlMessages.read(
        InquiryResult.class, XmlMessages.write(inquire(CLERK, ISHINOMAKI_SYSTEM, number)));
  }

  @Test // MS-11, MS-22, MU-04
  @DisplayName("権限のない職員には内容を見せない")
  void whoHasNoGrantSeesThatThereIsAnInquiryAndNothingOfIt() {
    InquiryAcceptance accepted = bed.accept(inquiry("R-1", "101"), inquiry("R-2", "999"));
    bed.provide(number(accepted, 0), EDITION, HOUSEHOLD_OF_A_CHILD);
    ReceptionNumber number = requireNonNull(accepted.header().receptionNumber());
    InquiryResult result = inquire(new UserId("nobody"), ISHINOMAKI_SYSTEM, number);
    assertThat(result.body().results())
        .allSatisfy(
            shown -> {
              assertThat(shown.errorCode()).isEqualTo(ErrorCode.SKI_OPERATOR_NOT_GRANTED.id());
              assertThat(shown.message()).isEqualTo("この事務の照会権限がありません。");
              assertThat(shown.items()).isEmpty();
              assertThat(shown.information()).isNull();
              assertThat(shown.provider()).isNull();
            });
    assertThat(result.body().results().getFirst().status()).isEqualTo(InquiryStatus.COMPLETED);
  }

  @Test // MS-75, JN-37
  void everyLookIsACommunication() throws IOException {
    ReceptionNumber number = bed.accept(NAME, file(line("101")));
    results(number);
    resultFile(number);
    assertThat(bed.communications(number.value()))
        .extracting(communication -> communication.messageType() + " " + communication.direction())
        .containsExactlyInAnyOrder(
            "P640R110 RECEIVED", "IF_SKI_40201_R01 RECEIVED", "P640R110 SENT");
  }

  @Test // MS-90, MS-96
  @DisplayName("他機関の受付番号は知らない番号")
  void theNumberOfAnotherInstitutionIsUnknown() {
    ReceptionNumber number = bed.accept(NAME, file(line("101")));
    assertRefused(
        () ->
            bed.bean(InquireResults.class).inquire(TSUKUBA, request(CLERK, TSUKUBA_SYSTEM, number)),
        ErrorCode.SKI_UNKNOWN_RECEPTION);
    assertRefused(
        () -> bed.bean(ResultFiles.class).open(TSUKUBA, number, ResultEncoding.UTF_8),
        ErrorCode.SKI_UNKNOWN_RECEPTION);
    assertRefused(
        () -> bed.bean(InquiryStates.class).file(TSUKUBA, number), ErrorCode.SKI_UNKNOWN_RECEPTION);
    ProcessingNumber exchange = exchange(1);
    assertRefused(
        () -> bed.bean(InquiryStates.class).inquiry(TSUKUBA, exchange),
        ErrorCode.SKI_UNKNOWN_RECEPTION);
    assertThat(bed.bean(InquiryStates.class).inquiry(ISHINOMAKI, exchange).state())
        .isEqualTo("ACCEPTED");
  }

  @Test // MS-80
  void aMessageHasNoResultFile() {
    ReceptionNumber number =
        requireNonNull(bed.accept(inquiry("R-1", "101")).header().receptionNumber());
    assertRefused(
        () -> bed.bean(ResultFiles.class).open(ISHINOMAKI, number, ResultEncoding.UTF_8),
        ErrorCode.SKI_UNKNOWN_RECEPTION);
  }

  @Test // MS-21, MS-24
  @DisplayName("結果ファイルの各行")
  void theResultFileSaysOfEachLineHowItStands() throws IOException {
    String unlisted = text(line("104")).replace("JM01000000001000", "JM01000000099000");
    String text =
        text(line("101"))
            + "\r\n"
            + text(line("12345678"))
            + "\r\n"
            + unlisted
            + "\r\n"
            + text(line("102"))
            + "\r\n"
            + text(line("103"))
            + "\r\n"
            + text(line("105"))
            + "\r\n";
    ReceptionNumber number = bed.accept(NAME, file(text));
    assertThat(open(ISHINOMAKI, number).complete()).isFalse();
    bed.provide(exchange(1), EDITION, HOUSEHOLD_OF_A_CHILD);
    bed.end(exchange(4), InquiryState.DECLINED, ErrorCode.TKY_NOT_PROVIDED.id());
    bed.end(exchange(5), InquiryState.UNANSWERED, ErrorCode.SKI_UNANSWERED.id());
    List<ResultLine> lines = resultFile(number);
    // 09 normal: 25 is empty, 27 says so, and the items follow in layout order
    assertLine(lines.get(0), "09", null, "01", "正常終了", "0", "架空　太郎", "子");
    assertThat(lines.get(0).field(InquiryField.ADDRESSEE)).isEqualTo("000000000000101");
    assertThat(lines.get(0).provider()).isEqualTo(TSUKUBA);
    assertThat(lines.get(0).processingNumber()).isEqualTo(exchange(1));
    assertThat(lines.get(0).providedAt()).isNotNull();
    assertLine(
        lines.get(1), "12", "指定された団体内統合宛名番号「０００００００１２３４５６７８」は符号が未取得です。", null, null, "", "", "");
    assertThat(lines.get(1).errorCode()).isEqualTo(ErrorCode.SKI_NO_LINKAGE_CODE);
    assertLine(
        lines.get(2), "12", null, "11", "指定された特定個人情報名「ＴＭ０００００００００００００１」の照会は許可されていません。", "", "", "");
    assertLine(lines.get(3), "13", null, "12", "提供できません。", "", "", "");
    assertLine(lines.get(4), "14", null, "13", ErrorCode.SKI_UNANSWERED.message(), "", "", "");
    assertLine(lines.get(5), "01", null, "02", null, "", "", "");
    assertThat(lines).allSatisfy(line -> assertThat(line.receptionNumber()).isEqualTo(number));
    // MS-79: the same as counts
    InquiryFileView view = bed.bean(InquiryStates.class).file(ISHINOMAKI, number);
    assertThat(view.complete()).isFalse();
    assertThat(view.fileName()).isEqualTo(NAME);
    assertThat(view.states())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("PROVIDED", 1, "REFUSED", 2, "DECLINED", 1, "UNANSWERED", 1, "ACCEPTED", 1));
    bed.end(exchange(6), InquiryState.DECLINED, ErrorCode.TKY_NOT_PROVIDED.id());
    assertThat(open(ISHINOMAKI, number).complete()).isTrue();
    assertThat(open(ISHINOMAKI, number).name())
        .isEqualTo("P640R110_20261102100000_0001_RESULT.DAT");
  }

  @Test // MS-21
  void anEmptyValueAndAnItemThatWasNotAskedForAreEmptyFields() throws IOException {
    ReceptionNumber number = bed.accept(NAME, file(line("101")));
    bed.provide(exchange(1), new LayoutEdition("1"), items(Map.of(IS_HEAD, "1")));
    assertThat(resultFile(number).getFirst().values()).containsExactly("1", "", "");
  }

  @Test // MS-21
  @DisplayName("MS932で表せない文字があれば、1バイトも送らずに断る")
  void whatTheEncodingCannotHoldIsRefusedBeforeTheFirstByte() {
    ReceptionNumber number = bed.accept(NAME, file(line("101"), line("102")));
    bed.provide(exchange(1), EDITION, HOUSEHOLD_OF_A_CHILD);
    open(ISHINOMAKI, number, ResultEncoding.MS932);
    bed.provide(exchange(2), EDITION, items(Map.of(IS_HEAD, "0", HEAD_NAME, "架空　\uD842\uDFB7")));
    assertThatThrownBy(() -> open(ISHINOMAKI, number, ResultEncoding.MS932))
        .asInstanceOf(type(InvalidInputException.class))
        .satisfies(
            e -> {
              assertThat(e.refusal().code()).isEqualTo(ErrorCode.SKI_UNMAPPABLE);
              assertThat(e.refusal().record()).isEqualTo("2");
            });
  }

  @Test // MS-62
  @DisplayName("保管期限の後")
  void afterTheRetentionOnlyTheNumberIsLeft() {
    ReceptionNumber number = bed.accept(NAME, file(line("101")));
    bed.provide(exchange(1), EDITION, HOUSEHOLD_OF_A_CHILD);
    bed.database.everything().sql("update inquiry set line = null, content = null").update();
    bed.database.everything().sql("update inquiry_request set removed_at = now()").update();
    assertRefused(() -> open(ISHINOMAKI, number), ErrorCode.SKI_RESULT_REMOVED);
    Result result = results(number).results().getFirst();
    assertThat(result.status()).isEqualTo(InquiryStatus.REMOVED);
    assertThat(result.errorCode()).isEqualTo(ErrorCode.SKI_RESULT_REMOVED.id());
    assertThat(result.items()).isEmpty();
  }

  @Test // MS-90
  void aRequestInTheNameOfAnotherSystemIsRefused() {
    ReceptionNumber number = bed.accept(NAME, file(line("101")));
    assertRefused(
        () ->
            bed.bean(InquireResults.class)
                .inquire(ISHINOMAKI, request(CLERK, TSUKUBA_SYSTEM, number)),
        ErrorCode.SCM_FOREIGN_INSTITUTION);
  }

  private static void assertLine(
      ResultLine line,
      String status,
      @Nullable String message,
      @Nullable String informationStatus,
      @Nullable String informationMessage,
      String... values) {
    assertThat(line.status().wireValue()).isEqualTo(status);
    assertThat(line.message()).isEqualTo(message);
    assertThat(line.informationStatus() == null ? null : line.informationStatus().wireValue())
        .isEqualTo(informationStatus);
    assertThat(line.informationMessage()).isEqualTo(informationMessage);
    assertThat(line.values()).containsExactly(values);
  }

  private InquiryResult.Body results(ReceptionNumber number) {
    return inquire(CLERK, ISHINOMAKI_SYSTEM, number).body();
  }

  private InquiryResult inquire(UserId user, SystemIdentifier source, ReceptionNumber number) {
    return bed.bean(InquireResults.class).inquire(ISHINOMAKI, request(user, source, number));
  }

  private static InquiryResultRequest request(
      UserId user, SystemIdentifier source, ReceptionNumber number) {
    return new InquiryResultRequest(
        MessageHeader.request(
            new MessageId("M-result"), InquiryResultRequest.TYPE_ID, source, SERVER),
        new InquiryResultRequest.Body(DEPARTMENT, user, number));
  }

  private List<ResultLine> resultFile(ReceptionNumber number) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    open(ISHINOMAKI, number).content().writeTo(target);
    return ResultFileReader.read(target.toByteArray(), ResultEncoding.UTF_8);
  }

  private ResultFile open(InstitutionCode institution, ReceptionNumber number) {
    return open(institution, number, ResultEncoding.UTF_8);
  }

  private ResultFile open(
      InstitutionCode institution, ReceptionNumber number, ResultEncoding encoding) {
    return bed.bean(ResultFiles.class).open(institution, number, encoding);
  }

  private ProcessingNumber exchange(int line) {
    return new ProcessingNumber(
        bed.database
            .everything()
            .sql("select processing_number from inquiry where line_number = ?")
            .param(line)
            .query(String.class)
            .single());
  }

  /** In layout order, which is that of the codes here. */
  private static Map<ItemCode, String> items(Map<ItemCode, String> values) {
    Map<ItemCode, String> items = new TreeMap<>(Comparator.comparing(ItemCode::value));
    items.putAll(values);
    return items;
  }

  private static ProcessingNumber number(InquiryAcceptance accepted, int index) {
    return requireNonNull(accepted.body().results().get(index).processingNumber());
  }

  private static void assertRefused(ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .asInstanceOf(type(InvalidInputException.class))
        .extracting(e -> e.refusal().code())
        .isEqualTo(code);
  }
}
