package jp.chukan.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.chukan.gateway.broker.BrokerMain;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the files of {@code deploy} say to the server is what the server understands. */
@DisplayName("配備用ファイル")
class DeploymentFilesTest {
  private static final Path DEPLOY = Path.of("../../deploy");
  private static final Path COMPOSE = DEPLOY.resolve("compose/compose.yaml");
  private static final Set<String> SETTINGS =
      Stream.of(
              settings(Path.of("src/main/resources/application.yaml")),
              settings(Path.of("../../mock-network/src/main/resources/application.yaml")),
              // what application.yaml leaves to its default
              Stream.of(
                  "spring.profiles.active",
                  "chukan.job.node",
                  "chukan.revocation.authorities[0].none"))
          .flatMap(names -> names)
          .map(DeploymentFilesTest::asVariable)
          .collect(Collectors.toSet());

  static Stream<Path> files() throws IOException {
    try (Stream<Path> manifests = Files.list(DEPLOY.resolve("kubernetes"))) {
      return Stream.concat(Stream.of(COMPOSE), manifests.sorted().toList().stream());
    }
  }

  private static Stream<String> settings(Path file) {
    var yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new Resource[] {new FileSystemResource(file)});
    return Objects.requireNonNull(yaml.getObject()).stringPropertyNames().stream();
  }

  /** As a variable of the environment, without the position in a list. */
  private static String asVariable(String setting) {
    return setting
        .replaceAll("\\[\\d+\\]", "")
        .replace('.', '_')
        .replace('-', '_')
        .toUpperCase(Locale.ROOT);
  }

  private static List<Object> documents(Path file) {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    try {
      return StreamSupport.stream(yaml.loadAll(Files.readString(file)).spliterator(), false)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every variable of the environment that something is given. */
  private static Set<String> variables(Object node) {
    Set<String> found = new TreeSet<>();
    if (node instanceof Map<?, ?> map) {
      if (map.get("environment") instanceof Map<?, ?> environment) {
        environment.keySet().forEach(name -> found.add(name.toString()));
      }
      if (map.get("env") instanceof List<?> environment) {
        environment.forEach(one -> found.add(String.valueOf(((Map<?, ?>) one).get("name"))));
      }
      map.values().forEach(value -> found.addAll(variables(value)));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> found.addAll(variables(value)));
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyVariableIsASettingOfTheServer(Path file) {
    List<String> unknown = new ArrayList<>();
    for (Object document : documents(file)) {
      for (String variable : variables(document)) {
        if (!variable.startsWith("POSTGRES_")
            && !SETTINGS.contains(variable.replaceAll("_\\d+_", "_"))) {
          unknown.add(variable);
        }
      }
    }
    assertThat(unknown).as("variables of %s that are no setting", file).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyPortIsOneThatSomethingListensOn(Path file) throws IOException {
    var known =
        Set.of(
            // server.port, chukan.console.port, management.server.port
            "18443",
            "18445",
            "18081",
            // mock network, broker.xml, PostgreSQL, names
            "18444",
            "61616",
            "5432",
            "53");
    var yaml = Files.readString(Path.of("src/main/resources/application.yaml"));
    assertThat(yaml).contains("port: 18443", "port: 18445", "port: 18081");
    assertThat(Files.readString(DEPLOY.resolve("broker/broker.xml"))).contains("port:61616}");
    var ports =
        Pattern.compile(
                "(?:[pP]ort: (?=\\d{2,5})|:(?=\\d{4,5}))(\\d+)(?=[,}/\"\\s]|$)", Pattern.MULTILINE)
            .matcher(Files.readString(file))
            .results()
            .map(match -> match.group(1))
            .filter(port -> !port.equals("10001"))
            .toList();
    assertThat(known).containsAll(ports);
  }

  @ParameterizedTest
  @MethodSource("files")
  void noSecretStandsInAFile(Path file) throws IOException {
    assertThat(Files.readString(file).lines().filter(line -> line.matches("(?i).*password.*")))
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches(
                        ".*(POSTGRES_PASSWORD_FILE: /run/own-secrets/|database-password-\\w+|# ).*"));
  }

  @Test
  void nobodyIsGivenADefaultForWhatOnlyTheOperatorKnows() throws IOException {
    assertThat(Files.readString(COMPOSE)).doesNotContain(":-");
  }

  @Test
  void theBrokersOfBothAreStartedByTheProgramThatIsThere() throws IOException {
    for (var file : List.of(COMPOSE, DEPLOY.resolve("kubernetes/brokers.yaml"))) {
      assertThat(Files.readString(file))
          .contains(BrokerMain.class.getName())
          .contains("-Dchukan.broker.configuration=", "-Dchukan.broker.data=")
          .contains("-Dchukan.keys.directory=");
    }
  }

  /** Only the owner of the keys may read a secret, and the database runs as somebody else. */
  @Test
  void theDatabaseReadsItsOwnCopyOfEachSecret() throws IOException {
    for (var file : List.of(COMPOSE, DEPLOY.resolve("compose/database.sh"))) {
      assertThat(Files.readString(file).lines().filter(line -> line.contains("/run/secrets/")))
          .allSatisfy(line -> assertThat(line).contains("install -o postgres -m 600"));
      assertThat(Files.readString(file)).contains("/run/own-secrets");
    }
  }

  @Test
  void anImageIsMadeOfWhatItNamesAndOfNoKey() throws IOException {
    var copied =
        Files.readAllLines(DEPLOY.resolve("image/Dockerfile")).stream()
            .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
            .map(line -> "!" + line.split(" ")[1])
            .toList();
    assertThat(Files.readAllLines(Path.of("../../.dockerignore")))
        .filteredOn(line -> !line.startsWith("#"))
        .startsWith("*")
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("*"), copied.stream()).toList());
  }
}
