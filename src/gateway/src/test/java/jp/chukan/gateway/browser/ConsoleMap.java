package jp.chukan.gateway.browser;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.RunningGateway;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and every deed of the console, read off the running server. */
final class ConsoleMap {
  private static final String OF_TESTS = "/console/test/";
  private static final String UNKNOWN_PAGES = "/**";

  private ConsoleMap() {}

  /**
   * What is done at an address.
   *
   * @param method GET for a page, POST for a deed
   * @param pattern its address; what stands in braces is a number
   * @param roles to whom it opens; empty for the pages of signing in, which ask for no role
   */
  record Entry(RequestMethod method, String pattern, Set<StaffRole> roles) {

    boolean hasNumber() {
      return pattern.contains("{");
    }

    /** The address with this in the place of its number. */
    String with(String number) {
      return pattern.replaceAll("\\{.+}(?=/|$)", number);
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  static List<Entry> of(RunningGateway gateway) {
    return gateway
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .flatMap(mapping -> entries(mapping.getKey(), mapping.getValue()))
        .sorted(Comparator.comparing(Entry::toString))
        .toList();
  }

  static List<Entry> pages(RunningGateway gateway) {
    return of(gateway).stream().filter(entry -> entry.method == RequestMethod.GET).toList();
  }

  private static Stream<Entry> entries(RequestMappingInfo info, HandlerMethod handler) {
    return info.getPatternValues().stream()
        .filter(pattern -> pattern.equals("/console") || pattern.startsWith("/console/"))
        .filter(pattern -> !pattern.startsWith(OF_TESTS) && !pattern.endsWith(UNKNOWN_PAGES))
        .flatMap(
            pattern ->
                info.getMethodsCondition().getMethods().stream()
                    .map(method -> new Entry(method, pattern, roles(handler))));
  }

  private static Set<StaffRole> roles(HandlerMethod handler) {
    return Stream.of(handler.getMethod(), handler.getBeanType())
        .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, OpenTo.class))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .map(rule -> Set.copyOf(Arrays.asList(rule.value())))
        .orElse(Set.of());
  }
}
