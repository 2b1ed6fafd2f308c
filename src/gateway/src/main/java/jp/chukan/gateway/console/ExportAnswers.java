package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.export.ReleasedExport;
import jp.chukan.gateway.kernel.JapanDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a browser gets when somebody asks for an export. */
@Component
class ExportAnswers {
  private final InstantSource clock;

  ExportAnswers(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The file, as a stream.
   *
   * @return null: the answer is given
   */
  @Nullable ModelAndView file(ReleasedExport export, HttpServletResponse response)
      throws IOException {
    response.setContentType(export.form().mediaType());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s-%s.%s\""
            .formatted(
                export.kind().file(), JapanDay.of(clock.instant()), export.form().extension()));
    export.writeTo(response.getOutputStream());
    return null;
  }

  /** To the page of what was applied for instead. */
  static ModelAndView applied(ReceptionNumber number) {
    return new ModelAndView("redirect:" + ExportsPage.PATH + "/" + number.value() + "?done=asked");
  }
}
