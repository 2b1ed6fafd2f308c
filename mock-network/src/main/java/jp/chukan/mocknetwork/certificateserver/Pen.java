package jp.chukan.mocknetwork.certificateserver;

import java.awt.Color;
import java.io.IOException;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Draws text and boxes on a page; sizes are in points, from the lower left. */
final class Pen {
  private static final float THOUSAND = 1000;
  private static final float BASELINE = 0.34f;
  private static final float PADDING = 4;

  private final PDPageContentStream page;
  private final PDFont font;

  Pen(PDPageContentStream page, PDFont font) {
    this.page = page;
    this.font = font;
  }

  /**
   * @throws RefusedCallException UNKNOWN for a letter that the font does not have
   */
  private float width(String text, float size) throws IOException {
    try {
      return font.getStringWidth(text) / THOUSAND * size;
    } catch (IllegalArgumentException noGlyph) {
      // its message names the letter, which is part of a name
      throw new RefusedCallException(Fault.UNKNOWN, "character");
    }
  }

  void text(String text, float x, float y, float size, Color colour) throws IOException {
    page.beginText();
    page.setNonStrokingColor(colour);
    page.setFont(font, size);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  void centred(String text, float x, float y, float size) throws IOException {
    text(text, x - width(text, size) / 2, y, size, Color.BLACK);
  }

  void rightAligned(String text, float x, float y, float size) throws IOException {
    text(text, x - width(text, size), y, size, Color.BLACK);
  }

  /** A box with text in it, made smaller when it is too long. */
  void cell(String text, float x, float y, float width, float height, float size, Color fill)
      throws IOException {
    page.setNonStrokingColor(fill);
    page.setStrokingColor(Color.DARK_GRAY);
    page.setLineWidth(0.5f);
    if (!fill.equals(Color.WHITE)) {
      page.addRect(x, y, width, height);
      page.fill();
    }
    page.addRect(x, y, width, height);
    page.stroke();
    float room = width - 2 * PADDING;
    float fitting = Math.min(size, size * room / Math.max(1, width(text, size)));
    text(text, x + PADDING, y + height / 2 - fitting * BASELINE, fitting, Color.BLACK);
  }

  /** A square frame, as a seal has it. */
  void frame(float x, float y, float side, Color colour) throws IOException {
    page.setStrokingColor(colour);
    page.setLineWidth(1.5f);
    page.addRect(x, y, side, side);
    page.stroke();
  }

  void rule(float fromX, float toX, float y) throws IOException {
    page.setStrokingColor(Color.DARK_GRAY);
    page.setLineWidth(0.5f);
    page.moveTo(fromX, y);
    page.lineTo(toX, y);
    page.stroke();
  }
}
