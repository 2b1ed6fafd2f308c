package jp.chukan.gateway.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.gateway.csv.FaultyFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

@DisplayName("事務の名称")
class AffairNamesTest {

  @Test // MS-16
  void theShippedFileNamesTheAffairsOfTheLaw() throws IOException {
    AffairNames names = new AffairNames(new ClassPathResource("affairs/names.csv"));
    assertThat(names.find(new AffairCode("JM01000000074000")))
        .contains("児童手当法による児童手当又は特例給付の支給に関する事務");
    assertThat(names.find(ProviderOnlyAffairs.RESIDENT_REGISTER)).contains("住民基本台帳に関する事務");
    assertThat(names.find(new AffairCode("JM01000000999000"))).isEmpty();
    assertThat(names.all().keySet().stream().map(AffairCode::value).toList()).isSorted();
  }

  @Test
  void aFileThatIsNotSoundStopsTheStart() {
    for (String file :
        new String[] {
          "\"事務コード\",\"事務名\"\n\"JM01\",\"架空の事務\"\n",
          "\"事務コード\",\"事務名\"\n\"JM01000000074000\",\"\"\n",
          "\"コード\",\"事務名\"\n\"JM01000000074000\",\"架空の事務\"\n"
        }) {
      assertThatThrownBy(
              () -> new AffairNames(new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8))))
          .as(file)
          .isInstanceOf(FaultyFileException.class);
    }
  }
}
