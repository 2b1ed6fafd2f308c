package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Takes the language from {@code lang} of an address, when it is one that the console speaks. */
final class LanguageSwitch implements HandlerInterceptor {
  private final Set<Locale> languages;

  LanguageSwitch(Set<Locale> languages) {
    this.languages = languages;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String wanted = request.getParameter("lang");
    LocaleResolver resolver = RequestContextUtils.getLocaleResolver(request);
    if (wanted != null && resolver != null) {
      languages.stream()
          .filter(language -> language.getLanguage().equals(wanted))
          .findFirst()
          .ifPresent(language -> resolver.setLocale(request, response, language));
    }
    return true;
  }
}
