package jp.chukan.gateway.limit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An answer that no buffer holds, for readers that are slow; found by the scan of a test only. */
@RestController
class EndlessAnswer {
  static final String PATH = "/municipal/test/endless";
  private static final int PIECES = 4_096;

  @GetMapping(PATH)
  void answer(HttpServletResponse response) throws IOException {
    OutputStream target = response.getOutputStream();
    byte[] piece = new byte[64 << 10];
    for (int i = 0; i < PIECES; i++) {
      target.write(piece);
    }
  }
}
