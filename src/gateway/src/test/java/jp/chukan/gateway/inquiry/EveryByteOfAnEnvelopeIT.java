package jp.chukan.gateway.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.EnvelopeDefect;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.testing.InquiryAnswerDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * Attempt: the provider and the network sign an answer whose envelope was altered by one bit, for
 * each byte of it in turn. Result, each time: nothing is provided and the inquiry waits on; nothing
 * goes back to whoever sent it, and what is told of it is one and the same code; the log says
 * precisely what is wrong, and one refused answer and one communication are recorded.
 */
@DisplayName("封筒の全バイト改ざん")
class EveryByteOfAnEnvelopeIT {
  private static final Pattern REFUSED =
      Pattern.compile(
          "an answer to 0220104202101700 about ([0-9A-Z]+) is refused: SKI-0409 ([A-Z_]+)");

  private final Logger logger = (Logger) LoggerFactory.getLogger(ReceiveInquiryAnswer.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    logger.addAppender(logged);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(logged);
    logger.setAdditive(true);
  }

  @ParameterizedTest // MS-40, JN-12, JN-27
  @EnumSource
  @DisplayName("どのバイトを変えても何も提供されず、外には何も知らせず、理由と記録が残る")
  void eachChangedByteIsRefusedLoggedAndRecorded(CryptoProfile profile) {
    ExchangeBed bed = new ExchangeBed(profile);
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft draft = bed.draft(number);
    byte[] permit = Objects.requireNonNull(draft.signedPermit.get());
    byte[] path = Objects.requireNonNull(draft.signedPath.get());
    byte[] envelope = Objects.requireNonNull(draft.envelope.get());
    draft.signedPermit = () -> permit;
    draft.signedPath = () -> path;
    assertThat(draft.permit().profileId()).isEqualTo(profile.id());
    Map<String, Object> row = known(bed.row(number));
    Map<String, Long> before = bed.counts();

    for (int position = 0; position < envelope.length; position++) {
      byte[] changed = envelope.clone();
      changed[position] ^= (byte) (1 << position % Byte.SIZE);
      draft.envelope = () -> changed;
      bed.receive(draft.message());
      assertThat(logged.list).as("byte %d", position).hasSize(position + 1);
    }

    assertThat(known(bed.row(number))).isEqualTo(row);
    assertThat(bed.state(number)).isEqualTo(InquiryState.SENT);
    assertThat(bed.changesSince(before))
        .as("each refusal recorded once, nothing provided, nothing sent")
        .isEqualTo(
            Map.of(
                "refused_answer", (long) envelope.length, "communication", (long) envelope.length));
    assertThat(codesKept(bed, number)).containsExactly(ErrorCode.SKI_ANSWER_ENVELOPE.id());
    assertThat(reasonsLogged(number))
        .as("reasons that each kind of byte must give")
        .contains(
            EnvelopeDefect.STRUCTURE,
            EnvelopeDefect.RECIPIENT_ALGORITHM,
            EnvelopeDefect.OTHER_RECIPIENT,
            EnvelopeDefect.CONTENT_KEY,
            EnvelopeDefect.TAG);

    draft.envelope = () -> envelope;
    bed.receive(draft.message());
    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
    assertThat(bed.content(number)).isEqualTo(draft.information());
  }

  private static Map<String, Object> known(Map<String, ?> row) {
    return row.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> String.valueOf(e.getValue())));
  }

  /** Every code under which something about this inquiry was refused. */
  private static List<String> codesKept(ExchangeBed bed, ProcessingNumber number) {
    return bed.database
        .everything()
        .sql(
            """
            select distinct error_code from (
              select error_code from refused_answer where processing_number = :number
              union all
              select error_code from communication where number = :number
            ) kept
            """)
        .param("number", number.value())
        .query(String.class)
        .list();
  }

  private Set<EnvelopeDefect> reasonsLogged(ProcessingNumber number) {
    return logged.list.stream()
        .map(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.WARN);
              assertThat(event.getThrowableProxy()).isNull();
              Matcher refused = REFUSED.matcher(event.getFormattedMessage());
              assertThat(refused.matches()).as(event.getFormattedMessage()).isTrue();
              assertThat(refused.group(1)).isEqualTo(number.value());
              assertThat(Arrays.toString(event.getArgumentArray()))
                  .doesNotContain(InquiryAnswerDraft.HEAD_NAME);
              return EnvelopeDefect.valueOf(refused.group(2));
            })
        .collect(Collectors.toSet());
  }
}
