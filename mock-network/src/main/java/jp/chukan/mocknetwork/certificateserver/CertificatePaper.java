package jp.chukan.mocknetwork.certificateserver;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.chukan.mocknetwork.certificate.CertificateContent;
import jp.chukan.mocknetwork.certificate.CertificateOptions.Scope;
import jp.chukan.mocknetwork.certificateserver.PaperRows.Row;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/** Prints a 「住民票の写し」 as PDF, on as many pages as it needs; the font goes into it. */
@Component
final class CertificatePaper {
  private static final String FONT = "/fonts/BIZUDMincho-Regular.ttf";
  private static final float LEFT = 48;
  private static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
  private static final float TOP = 742;
  private static final float LOWEST = 190;
  private static final float ROW = 21;
  private static final float GAP = 12;
  private static final float LABEL = 104;
  private static final float SECOND_LABEL = 96;
  private static final float LABEL_SIZE = 9;
  private static final float TEXT_SIZE = 11;
  private static final Color LABEL_FILL = new Color(0xE8, 0xEE, 0xF4);
  private static final Color SEAL = new Color(0xC0, 0x20, 0x20);

  /**
   * What the issuer adds.
   *
   * @param number 交付番号
   * @param mark 改ざん検知符号
   * @param on 発行日
   * @param authority whose certificate it is
   * @param scope of whom it tells
   */
  record Issue(int number, String mark, LocalDate on, String authority, Scope scope) {}

  /**
   * Prints.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException UNKNOWN when a letter cannot be printed
   */
  byte[] print(CertificateContent content, Issue issue) {
    try (var document = new PDDocument();
        InputStream letters =
            Objects.requireNonNull(CertificatePaper.class.getResourceAsStream(FONT), FONT)) {
      document.getDocumentInformation().setTitle("住民票の写し");
      PDType0Font font = PDType0Font.load(document, letters, true);
      var pattern = new GroundPattern(document, font);
      List<List<List<Row>>> pages = pages(content);
      for (int n = 0; n < pages.size(); n++) {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var stream = new PDPageContentStream(document, page)) {
          pattern.cover(stream);
          var pen = new Pen(stream, font);
          head(pen, content, issue, "%d／%d".formatted(n + 1, pages.size()));
          persons(pen, pages.get(n));
          foot(pen, issue);
        }
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a certificate cannot be written", e);
    }
  }

  /** Whom each page tells of; nobody is divided between two. */
  private static List<List<List<Row>>> pages(CertificateContent content) {
    List<List<List<Row>>> pages = new ArrayList<>();
    pages.add(new ArrayList<>());
    float y = TOP - 2 * ROW - GAP;
    for (CertificateContent.Entry one : content.persons()) {
      List<Row> rows = PaperRows.of(one);
      float height = rows.size() * ROW + GAP;
      if (y - height < LOWEST && !pages.getLast().isEmpty()) {
        pages.add(new ArrayList<>());
        y = TOP - 2 * ROW - GAP;
      }
      pages.getLast().add(rows);
      y -= height;
    }
    return pages;
  }

  private static void head(Pen pen, CertificateContent content, Issue issue, String page)
      throws IOException {
    pen.centred("住　民　票", PDRectangle.A4.getWidth() / 2, 780, 22);
    pen.centred(
        issue.scope() == Scope.SELF ? "(世帯の一部の写し)" : "(世帯全員の写し)",
        PDRectangle.A4.getWidth() / 2,
        762,
        10);
    pen.rightAligned("交付番号 第%06d号".formatted(issue.number()), RIGHT, 800, 9);
    pen.rightAligned(page, RIGHT, 786, 9);
    row(pen, Row.wide("住所", content.address()), TOP - ROW);
    row(pen, Row.wide("世帯主", content.headName().orElse(PaperRows.LEFT_OUT)), TOP - 2 * ROW);
  }

  private static void persons(Pen pen, List<List<Row>> persons) throws IOException {
    float y = TOP - 2 * ROW - GAP;
    for (List<Row> rows : persons) {
      for (Row row : rows) {
        y -= ROW;
        row(pen, row, y);
      }
      y -= GAP;
    }
  }

  private static void row(Pen pen, Row row, float y) throws IOException {
    float width = RIGHT - LEFT;
    pen.cell(row.label(), LEFT, y, LABEL, ROW, LABEL_SIZE, LABEL_FILL);
    if (row.secondLabel().isEmpty()) {
      pen.cell(row.value(), LEFT + LABEL, y, width - LABEL, ROW, TEXT_SIZE, Color.WHITE);
      return;
    }
    float value = (width - LABEL - SECOND_LABEL) * 0.58f;
    float second = LEFT + LABEL + value;
    pen.cell(row.value(), LEFT + LABEL, y, value, ROW, TEXT_SIZE, Color.WHITE);
    pen.cell(row.secondLabel(), second, y, SECOND_LABEL, ROW, LABEL_SIZE, LABEL_FILL);
    pen.cell(
        row.secondValue(),
        second + SECOND_LABEL,
        y,
        RIGHT - second - SECOND_LABEL,
        ROW,
        TEXT_SIZE,
        Color.WHITE);
  }

  private static void foot(Pen pen, Issue issue) throws IOException {
    pen.text(
        issue.scope() == Scope.SELF
            ? "この写しは、世帯の一部の住民票の原本と相違ないことを証明します。"
            : "この写しは、世帯全員の住民票の原本と相違ないことを証明します。",
        LEFT,
        158,
        TEXT_SIZE,
        Color.BLACK);
    pen.text(JapaneseDates.of(issue.on()), LEFT + 20, 132, TEXT_SIZE, Color.BLACK);
    pen.rightAligned(issue.authority(), RIGHT - 60, 110, 14);
    pen.frame(RIGHT - 50, 95, 44, SEAL);
    pen.text("見本", RIGHT - 43, 121, 15, SEAL);
    pen.text("之印", RIGHT - 43, 102, 15, SEAL);
    pen.rule(LEFT, RIGHT, 78);
    pen.text("改ざん検知符号 " + issue.mark(), LEFT, 64, LABEL_SIZE, Color.BLACK);
    pen.text("個人番号と住民票コードは記載していません。複写したものは証明書として使えません。", LEFT, 50, LABEL_SIZE, Color.BLACK);
    pen.text("これは作りものの人についての見本で、証明書としての効力はありません。", LEFT, 36, LABEL_SIZE, Color.BLACK);
  }
}
