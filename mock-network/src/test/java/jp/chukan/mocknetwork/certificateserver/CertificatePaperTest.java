package jp.chukan.mocknetwork.certificateserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.certificate.CertificateContent;
import jp.chukan.mocknetwork.certificate.CertificateContent.Domicile;
import jp.chukan.mocknetwork.certificate.CertificateContent.Entry;
import jp.chukan.mocknetwork.certificate.CertificateContent.Stay;
import jp.chukan.mocknetwork.certificate.CertificateOptions.Scope;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("住民票の写しの用紙")
class CertificatePaperTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 10, 5);
  private static final CertificatePaper.Issue ISSUE =
      new CertificatePaper.Issue(
          41, "0123-4567-89AB-CDEF-0123", ISSUED, "見本市長　架空 太郎", Scope.HOUSEHOLD);

  private final CertificatePaper paper = new CertificatePaper();

  private static Entry head() {
    return new Entry(
        "架空 一郎",
        LocalDate.of(1989, 1, 8),
        "1",
        LocalDate.of(2019, 5, 1),
        LocalDate.of(2026, 10, 5),
        Optional.of("見本県見本市例示町3番地"),
        Optional.of("世帯主"),
        Optional.of(new Domicile("見本県見本市架空町1番地", "架空 一郎")),
        Optional.empty());
  }

  private static Entry foreigner() {
    return new Entry(
        "MIHON KAKUU",
        LocalDate.of(1996, 2, 3),
        "2",
        LocalDate.of(2026, 10, 5),
        LocalDate.of(2026, 10, 5),
        Optional.empty(),
        Optional.of("妻"),
        Optional.empty(),
        Optional.of(
            new Stay(
                "フィリピン",
                "中長期在留者",
                Optional.of("留学"),
                Optional.of(Period.ofYears(1)),
                Optional.of(LocalDate.of(2027, 10, 5)),
                Optional.of("ZZ00000001ZZ"))));
  }

  private static CertificateContent content(Entry... persons) {
    return new CertificateContent("見本県見本市見本町9番地", Optional.of("架空 一郎"), List.of(persons));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test // T:361
  @DisplayName("氏名から前住所、本籍、在留情報、交付番号、改ざん検知符号までを日本語で読める")
  void saysWhatItWasAskedToSayInJapanese() throws IOException {
    String text = text(paper.print(content(head(), foreigner()), ISSUE));

    assertThat(text)
        .contains("住　民　票", "架空 一郎", "平成元年1月8日", "男", "令和元年5月1日")
        .contains("見本県見本市見本町9番地", "見本県見本市例示町3番地", "世帯主", "妻")
        .contains("本籍", "見本県見本市架空町1番地", "筆頭者")
        .contains("MIHON KAKUU", "フィリピン", "留学", "1年", "令和9年10月5日", "中長期在留者", "ZZ00000001ZZ")
        .contains("第000041号", "0123-4567-89AB-CDEF-0123", "令和8年10月5日", "見本市長")
        .contains("複写したものは証明書として使えません");
  }

  @Test
  @DisplayName("求められなかった事項は「省略」となる")
  void whatWasNotAskedForIsLeftOut() throws IOException {
    Entry bare =
        new Entry(
            "架空 一郎",
            LocalDate.of(1989, 1, 8),
            "1",
            LocalDate.of(2019, 5, 1),
            LocalDate.of(2026, 10, 5),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    String text =
        text(
            paper.print(
                new CertificateContent("見本県見本市見本町9番地", Optional.empty(), List.of(bare)), ISSUE));

    assertThat(text.split("省略", -1)).hasSize(4);
  }

  @Test
  @DisplayName("大きな世帯は、誰も二枚に分かれずに続きの用紙へ続く")
  void aLargeHouseholdTakesMorePages() throws IOException {
    Entry[] many = IntStream.range(0, 7).mapToObj(n -> head()).toArray(Entry[]::new);
    byte[] pdf = paper.print(content(many), ISSUE);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
    }
    assertThat(text(pdf)).contains("1／3", "3／3");
  }

  @Test
  @DisplayName("フォントは埋め込まれ、どの機械でも同じに見える")
  void theFontIsInTheDocument() throws IOException {
    try (PDDocument document = Loader.loadPDF(paper.print(content(head()), ISSUE))) {
      PDPage page = document.getPage(0);
      for (var name : page.getResources().getFontNames()) {
        assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
      }
      assertThat(page.getResources().getFontNames()).isNotEmpty();
    }
  }

  @Test
  @DisplayName("印刷できない文字のある人の証明書は作らない")
  void aLetterThatCannotBePrintedIsRefused() {
    assertThatThrownBy(
            () ->
                paper.print(
                    new CertificateContent("\uD83D\uDE00", Optional.empty(), List.of(head())),
                    ISSUE))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.UNKNOWN);
              assertThat(refused.place()).isEqualTo("character");
              assertThat(refused).hasNoCause();
            });
  }

  @Test
  @DisplayName("長い住所も枠からはみ出さない")
  void aLongAddressStaysInItsBox() throws IOException {
    var content =
        new CertificateContent("見本県見本市" + "見本町".repeat(30), Optional.empty(), List.of(head()));
    try (PDDocument document = Loader.loadPDF(paper.print(content, ISSUE))) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 72);

      int margin = image.getWidth() - 20;
      List<Integer> dark = new ArrayList<>();
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = margin; x < image.getWidth(); x++) {
          if ((image.getRGB(x, y) & 0xFF) < 0x80) {
            dark.add(y);
          }
        }
      }
      assertThat(dark).isEmpty();
    }
  }

  private static Entry with(
      Entry one, String name, LocalDate birth, String sex, LocalDate since, LocalDate settled) {
    return new Entry(
        name,
        birth,
        sex,
        since,
        settled,
        one.previousAddress(),
        one.relationship(),
        one.domicile(),
        one.stay());
  }

  private static Entry with(Entry one, String before, String relationship, Domicile domicile) {
    return new Entry(
        one.name(),
        one.birthDate(),
        one.sex(),
        one.residentSince(),
        one.settledOn(),
        Optional.of(before),
        Optional.of(relationship),
        Optional.of(domicile),
        one.stay());
  }

  private static Entry with(Entry one, Stay stay) {
    return new Entry(
        one.name(),
        one.birthDate(),
        one.sex(),
        one.residentSince(),
        one.settledOn(),
        one.previousAddress(),
        one.relationship(),
        Optional.empty(),
        Optional.of(stay));
  }

  /** Contents of which no two say the same; each differs from another in one thing. */
  private static Stream<CertificateContent> alterations() {
    LocalDate day = LocalDate.of(1990, 1, 1);
    Entry one = head();
    Stay stay = foreigner().stay().orElseThrow();
    Stream<CertificateContent> ofHousehold =
        Stream.of(
            content(one),
            content(one, one),
            new CertificateContent("見本県見本市見本町8番地", Optional.of("架空 一郎"), List.of(one)),
            new CertificateContent("見本県見本市見本町9番地", Optional.of("架空 二郎"), List.of(one)));
    Stream<Entry> ofPerson =
        Stream.of(
            with(one, "架空 一郎", day, "1", day, day),
            with(one, "架空 二郎", day, "1", day, day),
            with(one, "架空 一郎", day.plusDays(1), "1", day, day),
            with(one, "架空 一郎", day, "2", day, day),
            with(one, "架空 一郎", day, "1", day.plusDays(1), day),
            with(one, "架空 一郎", day, "1", day, day.plusDays(1)),
            with(one, "前の県", "関係", new Domicile("本籍", "筆頭")),
            with(one, "見本県", "関係", new Domicile("本籍", "筆頭")),
            with(one, "見本県", "他の関係", new Domicile("本籍", "筆頭")),
            with(one, "見本県", "関係", new Domicile("他の本籍", "筆頭")),
            with(one, "見本県", "関係", new Domicile("本籍", "他の筆頭")));
    Stream<Entry> ofForeigner =
        Stream.of(
                stay,
                new Stay(
                    "ペルー",
                    stay.category(),
                    stay.status(),
                    stay.period(),
                    stay.expiresOn(),
                    stay.cardNumber()),
                new Stay(
                    stay.nationality(),
                    "特別永住者",
                    stay.status(),
                    stay.period(),
                    stay.expiresOn(),
                    stay.cardNumber()),
                new Stay(
                    stay.nationality(),
                    stay.category(),
                    Optional.of("研究"),
                    stay.period(),
                    stay.expiresOn(),
                    stay.cardNumber()),
                new Stay(
                    stay.nationality(),
                    stay.category(),
                    stay.status(),
                    Optional.empty(),
                    stay.expiresOn(),
                    stay.cardNumber()),
                new Stay(
                    stay.nationality(),
                    stay.category(),
                    stay.status(),
                    stay.period(),
                    Optional.empty(),
                    stay.cardNumber()),
                new Stay(
                    stay.nationality(),
                    stay.category(),
                    stay.status(),
                    stay.period(),
                    stay.expiresOn(),
                    Optional.empty()))
            .map(other -> with(one, other));
    return Stream.concat(
        ofHousehold, Stream.concat(ofPerson, ofForeigner).map(entry -> content(entry)));
  }

  @Test // JN-27
  @DisplayName("一字でも書き換えると改ざん検知符号が合わない")
  void anyOtherLetterMakesAnotherMark(@TempDir Path folder) {
    var vault = Vault.of(folder.resolve("key"), new SecureRandom());
    var other = Vault.of(folder.resolve("other-key"), new SecureRandom());
    CertificateContent content = content(head(), foreigner());
    String mark = TamperMark.of(vault, "04202", 41, ISSUED, content);

    assertThat(mark).matches("([0-9A-F]{4}-){4}[0-9A-F]{4}");
    assertThat(TamperMark.of(vault, "04202", 41, ISSUED, content)).isEqualTo(mark);
    assertThat(TamperMark.of(vault, "08220", 41, ISSUED, content)).isNotEqualTo(mark);
    assertThat(TamperMark.of(vault, "04202", 42, ISSUED, content)).isNotEqualTo(mark);
    assertThat(TamperMark.of(vault, "04202", 41, ISSUED.plusDays(1), content)).isNotEqualTo(mark);
    assertThat(TamperMark.of(vault, "04202", 41, ISSUED, content(foreigner(), head())))
        .isNotEqualTo(mark);
    assertThat(TamperMark.of(other, "04202", 41, ISSUED, content)).isNotEqualTo(mark);
    assertThat(alterations().map(altered -> TamperMark.of(vault, "04202", 41, ISSUED, altered)))
        .hasSize(22)
        .doesNotHaveDuplicates();
  }
}
