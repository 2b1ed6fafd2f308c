package jp.chukan.mocknetwork.dayview;

import jakarta.servlet.http.HttpServletResponse;
import jp.chukan.mocknetwork.day.CountryDay;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which a day can be watched. */
@Controller
final class DayPages {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final CountryMap map;
  private final CountryDay day;

  DayPages(CountryMap map, CountryDay day) {
    this.map = map;
    this.day = day;
  }

  @GetMapping("/day")
  String day(Model model, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    model.addAttribute("width", CountryMap.WIDTH);
    model.addAttribute("height", CountryMap.HEIGHT);
    model.addAttribute("regions", map.regions());
    model.addAttribute("edges", map.edges());
    model.addAttribute("nodes", map.nodes());
    model.addAttribute("begun", day.state().isPresent());
    return "day/day";
  }
}
