package jp.chukan.gateway.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.gateway.testing.RunningGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.AopProxyUtils;

/**
 * Nothing that lives as long as the server grows without a bound: what holds other things is
 * immutable, or stands with its bound in {@code docs/threat-model.md}.
 */
@DisplayName("上限のない入れ物はない")
class BoundsIT {
  private static final String OWN = "jp.chukan.gateway";
  private static final Path PAGE = Path.of("../../docs/threat-model.md");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+\\.\\w+)`");
  private static final Pattern IMMUTABLE =
      Pattern.compile("java\\.util\\.(ImmutableCollections|Collections\\$(Unmodifiable|Empty)).*");

  @Test // MS-95, JN-25
  @DisplayName("サーバーの生存期間中の入れ物は、変更できないか、上限とともに一覧にある")
  void everythingThatHoldsOthersIsImmutableOrListed() throws IOException {
    Set<String> holders = new TreeSet<>();
    for (Object bean : beans()) {
      fieldsOf(bean.getClass())
          .filter(field -> !Modifier.isStatic(field.getModifiers()))
          .filter(field -> canGrow(field, value(field, bean)))
          .map(BoundsIT::name)
          .forEach(holders::add);
    }
    for (JavaClass type : own()) {
      Arrays.stream(type.reflect().getDeclaredFields())
          .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
          .filter(field -> canGrow(field, value(field, null)))
          .map(BoundsIT::name)
          .forEach(holders::add);
    }
    assertThat(listed()).containsAll(holders);
  }

  @Test
  void theListNamesNothingThatIsNotThere() throws IOException {
    Set<String> fields =
        own().stream()
            .flatMap(type -> type.getFields().stream())
            .map(field -> field.getOwner().getSimpleName() + "." + field.getName())
            .collect(Collectors.toSet());
    assertThat(fields).containsAll(listed());
  }

  private static List<Object> beans() {
    var context = RunningGateway.timed().context();
    return Stream.of(context.getBeanDefinitionNames())
        .filter(context::isSingleton)
        .map(context::getBean)
        .map(BoundsIT::target)
        .filter(bean -> bean.getClass().getName().startsWith(OWN))
        .filter(bean -> !isOfTests(bean.getClass()))
        .toList();
  }

  private static Object target(Object bean) {
    Object target = AopProxyUtils.getSingletonTarget(bean);
    return target == null ? bean : target;
  }

  private static boolean isOfTests(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test");
  }

  private static List<JavaClass> own() {
    return new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests()).importPackages(OWN).stream().toList();
  }

  private static Stream<Field> fieldsOf(Class<?> type) {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
        .takeWhile(each -> each.getName().startsWith(OWN))
        .flatMap(each -> Arrays.stream(each.getDeclaredFields()));
  }

  private static @Nullable Object value(Field field, @Nullable Object bean) {
    try {
      field.setAccessible(true);
      return field.get(bean);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean canGrow(Field field, @Nullable Object value) {
    boolean holds =
        Stream.of(Map.class, Collection.class, Cache.class, ThreadLocal.class, Executor.class)
            .anyMatch(kind -> kind.isAssignableFrom(field.getType()) || kind.isInstance(value));
    return holds && !(value != null && IMMUTABLE.matcher(value.getClass().getName()).matches());
  }

  private static String name(Field field) {
    return field.getDeclaringClass().getSimpleName() + "." + field.getName();
  }

  private static Set<String> listed() throws IOException {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf("## Bounds"));
    int next = section.indexOf("\n## ");
    return NAMED
        .matcher(next < 0 ? section : section.substring(0, next))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
