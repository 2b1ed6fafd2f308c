package jp.chukan.gateway.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;

/** What axe-core has against a page. */
final class Accessibility {
  private Accessibility() {}

  static List<String> violations(Chromium browser) {
    // no page has frames
    return new AxeBuilder()
        .setLegacyMode().analyze(browser.driver()).getViolations().stream()
            .flatMap(rule -> rule.getNodes().stream().map(node -> told(rule, node.getHtml())))
            .toList();
  }

  private static String told(Rule rule, String html) {
    return rule.getId() + " (" + rule.getHelp() + "): " + html;
  }
}
