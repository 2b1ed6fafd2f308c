package jp.chukan.mocknetwork.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("提供者の持つ項目")
class HeldLayoutTest {
  private static final Pattern ITEM =
      Pattern.compile("code: TK([0-9]{14})(?:, placeholders: ([0-9]+))?");
  private static final InstitutionCode SETAGAYA = new InstitutionCode("0220113112101700");

  private static SpecificPersonalInformationCode information(String code) {
    return new SpecificPersonalInformationCode(code);
  }

  private static HeldLayout layout(String code) {
    return HeldLayout.of(information(code)).orElseThrow();
  }

  private static LinkageCode person(int n) {
    return new LinkageCode("person-%020d".formatted(n));
  }

  @ParameterizedTest // JN-13
  @ValueSource(strings = {"TM00000000000001", "TM00000000000002", "TM00000000000089"})
  @DisplayName("データ標準レイアウトの項目を、その順に持つ")
  void areThoseOfTheLayoutInItsOrder(String information) throws IOException {
    HeldLayout held = layout(information);
    Path file =
        Path.of("..", "layouts", "%s-%s.yaml".formatted(information, held.edition().value()));
    List<ItemCode> expected = new ArrayList<>();
    Matcher items = ITEM.matcher(Files.readString(file));
    while (items.find()) {
      int count = items.group(2) == null ? 1 : Integer.parseInt(items.group(2));
      for (int i = 0; i < count; i++) {
        expected.add(new ItemCode("TK%014d".formatted(Long.parseLong(items.group(1)) + i)));
      }
    }

    assertThat(held.items().keySet()).containsExactlyElementsOf(expected);
  }

  @Test
  @DisplayName("世帯主なら世帯主氏名も続柄もなく、世帯主でなければ両方ある")
  void knowNameAndRelationshipOfWhoeverIsNoHead() {
    for (int n = 0; n < 50; n++) {
      var values =
          List.copyOf(
              Holdings.of(
                      SETAGAYA,
                      information("TM00000000000001"),
                      person(n),
                      layout("TM00000000000001"))
                  .entrySet());
      boolean head = "1".equals(values.get(0).getValue());
      assertThat(values.get(1).getValue() == null).isEqualTo(head);
      assertThat(values.get(2).getValue() == null).isEqualTo(head);
    }
  }

  @Test
  void areTheSameEachTimeAndOthersForOthers() {
    HeldLayout layout = layout("TM00000000000002");
    var once = Holdings.of(SETAGAYA, information("TM00000000000002"), person(1), layout);

    assertThat(Holdings.of(SETAGAYA, information("TM00000000000002"), person(1), layout))
        .isEqualTo(once);
    assertThat(Holdings.of(SETAGAYA, information("TM00000000000002"), person(2), layout))
        .isNotEqualTo(once);
    assertThat(
            Holdings.of(
                new InstitutionCode("0220114100101700"),
                information("TM00000000000002"),
                person(1),
                layout))
        .isNotEqualTo(once);
  }
}
