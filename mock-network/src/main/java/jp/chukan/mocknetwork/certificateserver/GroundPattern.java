package jp.chukan.mocknetwork.certificateserver;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * 「地紋」 behind a certificate: drawn as outlines of letters, so that who reads or searches the text
 * does not find it between the lines.
 */
final class GroundPattern {
  private static final String WORD = "見本";
  private static final Color COLOUR = new Color(0xE3, 0xEC, 0xF3);
  private static final float SIZE = 24;
  private static final float UNITS = 1000;
  private static final float TWO_THIRDS = 2f / 3;
  private static final int ROWS = 12;
  private static final int COLUMNS = 7;

  private final PDFormXObject word;

  GroundPattern(PDDocument document, PDType0Font font) throws IOException {
    this.word = new PDFormXObject(document);
    word.setBBox(new PDRectangle(-SIZE, -SIZE, SIZE * (WORD.length() + 2), SIZE * 3));
    try (var pen = new PDFormContentStream(word)) {
      pen.setNonStrokingColor(COLOUR);
      float x = 0;
      byte[] codes = font.encode(WORD);
      var rest = new ByteArrayInputStream(codes);
      while (rest.available() > 0) {
        int code = font.readCode(rest);
        outline(pen, font, code, x);
        x += font.getWidth(code) / UNITS * SIZE;
      }
      pen.fill();
    }
  }

  private static void outline(PDFormContentStream pen, PDType0Font font, int code, float x)
      throws IOException {
    var scale = AffineTransform.getTranslateInstance(x, 0);
    scale.scale(SIZE / UNITS, SIZE / UNITS);
    var to = new float[6];
    float atX = 0;
    float atY = 0;
    for (PathIterator path = font.getNormalizedPath(code).getPathIterator(scale);
        !path.isDone();
        path.next()) {
      switch (path.currentSegment(to)) {
        case PathIterator.SEG_MOVETO -> {
          pen.moveTo(to[0], to[1]);
          atX = to[0];
          atY = to[1];
        }
        case PathIterator.SEG_LINETO -> {
          pen.lineTo(to[0], to[1]);
          atX = to[0];
          atY = to[1];
        }
        // letters of TrueType have curves of the second degree, PDF those of the third only
        case PathIterator.SEG_QUADTO -> {
          pen.curveTo(
              atX + TWO_THIRDS * (to[0] - atX),
              atY + TWO_THIRDS * (to[1] - atY),
              to[2] + TWO_THIRDS * (to[0] - to[2]),
              to[3] + TWO_THIRDS * (to[1] - to[3]),
              to[2],
              to[3]);
          atX = to[2];
          atY = to[3];
        }
        case PathIterator.SEG_CLOSE -> pen.closePath();
        default -> throw new IOException("a letter with curves that TrueType does not have");
      }
    }
  }

  /** Covers a page. */
  void cover(PDPageContentStream page) throws IOException {
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        page.saveGraphicsState();
        page.transform(
            Matrix.getRotateInstance(Math.PI / 6, 10 + column * 90 + row % 2 * 45, 30 + row * 70));
        page.drawForm(word);
        page.restoreGraphicsState();
      }
    }
  }
}
