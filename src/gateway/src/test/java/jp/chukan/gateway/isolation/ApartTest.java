package jp.chukan.gateway.isolation;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the queues, folders and connections of the server are made for: one institution each. */
@DisplayName("機関ごとに分かれた待ち行列、フォルダー、接続先")
class ApartTest {
  private static final Path ROUTES = Path.of("../../routes");
  private static final Pattern ADDRESS = Pattern.compile("uri:\\s*\"?([^\"\\s]+)\"?");
  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("jp.chukan.gateway");

  /** The queue of what the broker gave up, from which every letter goes to its institution. */
  private static final Set<String> OF_ALL = Set.of("jms:queue:DLQ");

  @Test // MS-90, MS-96
  @DisplayName("待ち行列はどれも一つの団体のものである")
  void everyQueueIsOfOneInstitution() {
    assertThat(addresses().filter(address -> address.startsWith("jms:")))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            address ->
                assertThat(address)
                    .satisfiesAnyOf(
                        one -> assertThat(one).endsWith(".{{institution}}"),
                        one -> assertThat(one).endsWith(".${header.Institution}"),
                        // the one in which the letter lay, by its kind and institution
                        one -> assertThat(one).isEqualTo("jms:queue:${exchangeProperty.Queue}"),
                        one -> assertThat(OF_ALL).contains(one)));
  }

  @Test // MS-61, MS-96
  void everyFolderIsOfOneInstitution() {
    assertThat(addresses().filter(address -> address.startsWith("file:")))
        .isNotEmpty()
        .allSatisfy(address -> assertThat(address).contains("/{{institution}}/"));
  }

  @Test // MU-15, MU-21, MS-94
  @DisplayName("経路が接続する先は、設定されたインターフェイスシステムだけである")
  void theRoutesConnectToTheConfiguredNetworkOnly() {
    Set<String> inside = Set.of("jms", "direct", "scheduler", "job", "file");
    assertThat(
            addresses()
                .filter(address -> !inside.contains(address.replaceFirst(":.*", "")))
                .toList())
        .isNotEmpty()
        .allSatisfy(address -> assertThat(address).startsWith("{{chukan.network.url}}/interface/"));
  }

  @Test // MU-15, MU-21
  @DisplayName("外部へ接続する部品は一覧のものだけで、転送先には従わない")
  void onlyKnownPartsConnectAnywhereAndNoneIsLedElsewhere() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..record.stamp..", "..record.comparison..", "..municipal..", "..crypto.revocation..")
        .and()
        .doNotHaveSimpleName("BoundedExchange")
        .and()
        // connects nowhere but where the driver of the database already is
        .doNotHaveSimpleName("SocketWatch")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(HttpClient.class)
        .orShould()
        .callConstructorWhere(target(owner(assignableTo(Socket.class))))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(URLConnection.class)
        .because("each destination is a row of the configuration")
        .check(SERVER);
    classes()
        .that(describe("make a client", ApartTest::makesClient))
        .should()
        .callMethod(HttpClient.Builder.class, "followRedirects", HttpClient.Redirect.class)
        .andShould()
        .accessField(HttpClient.Redirect.class, "NEVER")
        .because("an answer must not choose where the next question goes")
        .check(SERVER);
  }

  private static boolean makesClient(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(HttpClient.class)
                    && Set.of("newBuilder", "newHttpClient").contains(call.getName()));
  }

  private static Stream<String> addresses() {
    return files().stream()
        .map(ApartTest::text)
        .flatMap(text -> ADDRESS.matcher(text).results().map(found -> found.group(1)));
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(ROUTES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
