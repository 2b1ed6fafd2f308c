package jp.chukan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script itself, with JDKs that consist of a release file and two programs. */
final class ChukanScriptTest {
  private static final Path SCRIPT = Path.of("../../chukan").toAbsolutePath().normalize();
  private static final int UNAVAILABLE = 69;
  private static final int USAGE = 64;

  @TempDir Path machine;

  record Outcome(int exitCode, String out, String error) {}

  @Test
  void findsAJdkThatIsOnlyInASystemFolder() throws IOException, InterruptedException {
    jdk("jvm/java-17", "17.0.9");
    var found = jdk("jvm/java-21", "21.0.5");
    assertThat(run(Map.of(), "java-home")).isEqualTo(new Outcome(0, found + "\n", ""));
  }

  @Test
  void prefersTheNewestLongTermVersionToOneInBetween() throws IOException, InterruptedException {
    jdk("jvm/a", "21.0.5");
    var found = jdk("jvm/b", "25.0.1");
    jdk("jvm/c", "26");
    assertThat(run(Map.of(), "java-home").out().strip()).isEqualTo(found.toString());
  }

  @Test
  void takesAVersionInBetweenWhenThereIsNoOther() throws IOException, InterruptedException {
    jdk("jvm/a", "23.0.1");
    var found = jdk("jvm/b", "24");
    assertThat(run(Map.of(), "java-home").out().strip()).isEqualTo(found.toString());
  }

  @Test
  void findsAJdkAsMacOsLaysItOut() throws IOException, InterruptedException {
    var found = jdk("jvm/temurin-21.jdk/Contents/Home", "21.0.5");
    assertThat(run(Map.of(), "java-home").out().strip()).isEqualTo(found.toString());
  }

  @Test
  void keepsToJavaHomeWhenItWillDo() throws IOException, InterruptedException {
    jdk("jvm/newer", "25.0.1");
    var chosen = jdk("elsewhere/mine", "21.0.5");
    assertThat(run(Map.of("JAVA_HOME", chosen.toString()), "java-home").out().strip())
        .isEqualTo(chosen.toString());
  }

  @Test
  void passesOverAJavaHomeThatIsTooOldOrNoJdk() throws IOException, InterruptedException {
    var found = jdk("jvm/java-21", "21.0.5");
    var old = jdk("elsewhere/old", "17.0.9");
    var runtimeOnly = jdk("elsewhere/runtime", "25");
    Files.delete(runtimeOnly.resolve("bin/javac"));
    for (var home : List.of(old, runtimeOnly, machine.resolve("nowhere"))) {
      assertThat(run(Map.of("JAVA_HOME", home.toString()), "java-home").out().strip())
          .isEqualTo(found.toString());
    }
  }

  @Test
  void saysInOneLineHowToGetAJdkWhenThereIsNone() throws IOException, InterruptedException {
    jdk("jvm/java-17", "17.0.9");
    var outcome = run(Map.of(), "java-home");
    assertThat(outcome.exitCode()).isEqualTo(UNAVAILABLE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.error())
        .startsWith("chukan: no JDK 21 or later")
        .contains("get one with")
        .hasLineCount(1);
  }

  @Test
  void saysInOneLineWhenMavenIsMissing() throws IOException, InterruptedException {
    jdk("jvm/java-21", "21.0.5");
    var outcome = run(Map.of(), "test");
    assertThat(outcome.exitCode()).isEqualTo(UNAVAILABLE);
    assertThat(outcome.error()).contains("mvn").hasLineCount(1);
  }

  @Test
  void anUnknownCommandIsAUsageError() throws IOException, InterruptedException {
    var outcome = run(Map.of(), "dmeo");
    assertThat(outcome.exitCode()).isEqualTo(USAGE);
    assertThat(outcome.error()).contains("'dmeo'").hasLineCount(1);
  }

  @Test
  void helpNamesEveryCommand() throws IOException, InterruptedException {
    assertThat(run(Map.of(), "help").out())
        .contains("demo", "up", "down", "status", "reset", "test", "bench", "register")
        .contains("acquire-code");
  }

  private Path jdk(String folder, String version) throws IOException {
    var home = Files.createDirectories(machine.resolve(folder));
    var programs = Files.createDirectories(home.resolve("bin"));
    for (var program : List.of("java", "javac")) {
      executable(programs.resolve(program), "#!/bin/sh\nexit 1\n");
    }
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    return home;
  }

  /** A machine with the usual POSIX programs, no java, no mvn and no JDK but those of the test. */
  private Outcome run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var programs = Files.createDirectories(machine.resolve("programs"));
    for (var name : List.of("bash", "dirname", "readlink", "sed", "head", "cat", "mkdir")) {
      executable(programs.resolve(name), "#!/bin/sh\nexec %s \"$@\"\n".formatted(program(name)));
    }
    var command = new ArrayList<>(List.of(program("bash").toString(), SCRIPT.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(machine.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    builder.environment().put("HOME", machine.toString());
    builder.environment().put("CHUKAN_JDK_FOLDERS", machine.resolve("jvm").toString());
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    var error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, error);
  }

  private static void executable(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path program(String name) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
