package jp.chukan.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of the console, Japanese unless asked otherwise, and the files of its look. */
@Configuration(proxyBeanMethods = false)
class ConsoleWebConfiguration implements WebMvcConfigurer {
  private static final String[] CONSOLE = {"/console", "/console/**"};
  private static final String HTMX =
      "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
  private static final Set<Locale> LANGUAGES = Set.of(Locale.JAPANESE, Locale.ENGLISH);

  private final ConsoleFrames frames;

  ConsoleWebConfiguration(ConsoleFrames frames) {
    this.frames = frames;
  }

  /** Whatever the browser prefers, the console is Japanese until somebody switches. */
  @Bean
  static LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("console-language");
    resolver.setDefaultLocale(Locale.JAPANESE);
    resolver.setCookiePath("/console");
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieSecure(true);
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Strict");
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new LanguageSwitch(LANGUAGES))
        .addPathPatterns(CONSOLE)
        .order(Ordered.HIGHEST_PRECEDENCE);
    // before the rules, so that a refusal stands in the frame too
    registry.addInterceptor(frames).addPathPatterns(CONSOLE).order(Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/console/assets/**")
        .addResourceLocations(new ClassPathResource("static/console/assets/"), htmx())
        .setCachePeriod((int) Duration.ofHours(1).toSeconds());
  }

  /** The folder of the one version of htmx that is packed. */
  private static Resource htmx() {
    try {
      Resource[] found = new PathMatchingResourcePatternResolver().getResources(HTMX);
      if (found.length != 1) {
        throw new IllegalStateException("exactly one htmx must be packed");
      }
      return found[0].createRelative("./");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
