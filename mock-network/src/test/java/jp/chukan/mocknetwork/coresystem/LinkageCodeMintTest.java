package jp.chukan.mocknetwork.coresystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("符号の生成")
class LinkageCodeMintTest {
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  private static final PersonId PERSON =
      new PersonId(UUID.fromString("00000000-0000-4000-8000-000000000001"));

  private final LinkageCodeMint mint = mintWithSecretOf((byte) 1);

  private static LinkageCodeMint mintWithSecretOf(byte value) {
    byte[] secret = new byte[CoreSecret.LENGTH];
    Arrays.fill(secret, value);
    return new LinkageCodeMint(new CoreSecret(secret));
  }

  @Test // MS-30
  void givesTheSameCodeForTheSamePersonAndInstitution() {
    assertThat(mint.mint(PERSON, ISHINOMAKI)).isEqualTo(mint.mint(PERSON, ISHINOMAKI));
  }

  @Test // MS-30
  @DisplayName("符号は機関ごとに異なる")
  void givesAnotherCodeForAnotherInstitution() {
    String here = mint.mint(PERSON, ISHINOMAKI).value();
    String there = mint.mint(PERSON, TSUKUBA).value();

    assertThat(here).isNotEqualTo(there);
    assertThat(here.substring(0, 20)).isNotEqualTo(there.substring(0, 20));
  }

  @Test
  void givesAnotherCodeForAnotherPerson() {
    var other = new PersonId(UUID.fromString("00000000-0000-4000-8000-000000000002"));

    assertThat(mint.mint(PERSON, ISHINOMAKI)).isNotEqualTo(mint.mint(other, ISHINOMAKI));
  }

  @Test
  @DisplayName("秘密を持たない者は符号を元に戻せない")
  void cannotBeTurnedBackWithoutTheSecret() {
    LinkageCode code = mint.mint(PERSON, ISHINOMAKI);

    assertThat(mintWithSecretOf((byte) 2).reveal(code, ISHINOMAKI)).isEmpty();
    assertThat(new String(Base64.getUrlDecoder().decode(code.value()), StandardCharsets.ISO_8859_1))
        .doesNotContain(PERSON.value().toString(), ISHINOMAKI.value());
  }

  @Test
  void isTurnedBackByTheCoreForItsOwnInstitutionOnly() {
    LinkageCode code = mint.mint(PERSON, ISHINOMAKI);

    assertThat(mint.reveal(code, ISHINOMAKI)).contains(PERSON);
    assertThat(mint.reveal(code, TSUKUBA)).isEmpty();
  }

  @Test
  void isNotTurnedBackWhenAltered() {
    String code = mint.mint(PERSON, ISHINOMAKI).value();
    char last = code.charAt(10) == 'A' ? 'B' : 'A';
    var altered = new LinkageCode(code.substring(0, 10) + last + code.substring(11));

    assertThat(mint.reveal(altered, ISHINOMAKI)).isEmpty();
    assertThat(mint.reveal(new LinkageCode("----------------"), ISHINOMAKI)).isEmpty();
  }
}
