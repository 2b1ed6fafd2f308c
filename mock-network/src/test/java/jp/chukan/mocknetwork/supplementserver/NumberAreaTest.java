package jp.chukan.mocknetwork.supplementserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("個人番号の一時領域")
class NumberAreaTest {
  private static final String NUMBER = "000000000012";

  private final NumberArea area = new NumberArea();

  @Test // JN-28
  @DisplayName("回答の間だけ番号があり、回答の後は上書きされて何も残らない")
  void theDigitsAreThereWhileTheAnswerIsMadeAndOverwrittenAfterIt() {
    byte[] came = NUMBER.getBytes(StandardCharsets.US_ASCII);
    AtomicReference<byte[]> room = new AtomicReference<>(new byte[0]);

    String answer =
        area.whileHeld(
            new PulledNumber(came),
            digits -> {
              room.set(digits);
              return new String(digits, StandardCharsets.US_ASCII);
            });

    assertThat(answer).isEqualTo(NUMBER);
    assertThat(area.isEmpty()).isTrue();
    assertThat(room.get()).hasSize(12).containsOnly(0);
    assertThat(came).containsOnly(0);
  }

  @Test // JN-28
  @DisplayName("回答が失敗しても消去される")
  void anAnswerThatFailsErasesThemAsWell() {
    byte[] came = NUMBER.getBytes(StandardCharsets.US_ASCII);
    AtomicReference<byte[]> room = new AtomicReference<>(new byte[0]);

    assertThatThrownBy(
            () ->
                area.whileHeld(
                    new PulledNumber(came),
                    digits -> {
                      assertThat(digits).isEqualTo(NUMBER.getBytes(StandardCharsets.US_ASCII));
                      room.set(digits);
                      throw new IllegalStateException("cannot be sealed");
                    }))
        .hasMessage("cannot be sealed");

    assertThat(area.isEmpty()).isTrue();
    assertThat(room.get()).hasSize(12).containsOnly(0);
    assertThat(came).containsOnly(0);
  }

  @Test // JN-28
  @DisplayName("一時領域とそこへ向かう番号は、消去できるバイト列のほかに何も持たない")
  void theyHaveNothingButBytesThatCanBeErased() {
    assertThat(NumberArea.class.getDeclaredFields())
        .extracting(Field::getType)
        .containsOnly(byte[].class);
    assertThat(
            Arrays.stream(PulledNumber.class.getDeclaredFields())
                .filter(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers())))
        .extracting(Field::getType)
        .containsOnly(byte[].class);
    assertThat(area).hasToString("NumberArea[redacted]");
    assertThat(new PulledNumber(new byte[12])).hasToString("PulledNumber[redacted]");
  }

  @Test // JN-28
  @DisplayName("提供が行われていなければ、番号を引き出せない")
  void aProvisionThatIsOverOrWasUsedGivesNobody() {
    var owner = new CountrySystem(SystemKind.SUPPLEMENT_PREFECTURAL_SERVER, "13");
    var code = new ResidentRecordCode("13121950001");
    var over = new ProvisionUnderWay(owner, code);
    over.close();
    assertThatThrownBy(over::usePerson).isInstanceOf(IllegalStateException.class);

    try (var once = new ProvisionUnderWay(owner, code)) {
      assertThat(once.usePerson()).isEqualTo(code);
      assertThatThrownBy(once::usePerson).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theReplyIsReadIntoBytes() throws JsonProcessingException {
    PulledNumber pulled =
        new ObjectMapper().readValue("{\"individualNumber\":\"000000000012\"}", PulledNumber.class);

    assertThat(area.<String>whileHeld(pulled, NumberAreaTest::text)).isEqualTo(NUMBER);
  }

  @ParameterizedTest // JN-05 JN-08
  @ValueSource(
      strings = {
        "{}",
        "{\"individualNumber\":null}",
        "{\"individualNumber\":\"00000000001\"}",
        "{\"individualNumber\":\"00000000001x\"}",
        "{\"individualNumber\":\"000000000012\",\"name\":\"架空\"}",
        "{\"individualNumber\":{\"value\":\"000000000012\"}}",
        "[]",
      })
  void anythingElseIsNoNumberAndIsNotRepeated(String reply) {
    assertThatThrownBy(() -> new ObjectMapper().readValue(reply, PulledNumber.class))
        .isInstanceOf(JsonMappingException.class)
        .satisfies(
            refused ->
                assertThat(((JsonMappingException) refused).getOriginalMessage())
                    .doesNotContain("000000000"));
  }

  private static String text(byte[] digits) {
    return new String(digits, StandardCharsets.US_ASCII);
  }
}
