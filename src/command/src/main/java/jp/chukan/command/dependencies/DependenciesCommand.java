package jp.chukan.command.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.chukan.command.ProjectFolder;
import jp.chukan.command.Terminal;
import jp.chukan.command.installation.InstallationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./chukan dependencies}: holds what the programs are made of against what is known. */
@Command(
    name = "dependencies",
    description = "Hold the libraries against known weaknesses and allowed licences, offline.")
public final class DependenciesCommand implements Callable<Integer> {
  private static final int FOUND = 1;
  private static final List<String> MODULES = List.of("src/gateway", "mock-network", "src/command");

  /** Nobody but its benchmark needs it, so it may not be built. */
  private static final String PEER = "src/peer";

  @Option(
      names = "--advisories",
      paramLabel = "FOLDER|ZIP",
      description = "further weaknesses in the form of OSV, for instance all.zip of osv.dev")
  private @Nullable Path further;

  @Override
  public Integer call() throws IOException {
    List<String> findings = new ArrayList<>();
    List<Component> components = components();
    List<Advisories> advisories = advisories();
    for (Component component : components) {
      advisories.stream()
          .flatMap(known -> known.of(component).stream())
          .map(advisory -> line(component, advisory.id() + " " + advisory.summary()))
          .forEach(findings::add);
      if (!Licences.allow(component.licences())) {
        findings.add(line(component, "no allowed licence: " + component.licences()));
      }
    }
    findings.forEach(Terminal::error);
    Terminal.line(
        "%d libraries, %d known weaknesses, %d findings"
            .formatted(
                components.size(),
                advisories.stream().mapToInt(Advisories::size).sum(),
                findings.size()));
    return findings.isEmpty() ? 0 : FOUND;
  }

  private static String line(Component component, String finding) {
    return component.coordinates() + " " + component.version() + ": " + finding;
  }

  private List<Advisories> advisories() throws IOException {
    List<Advisories> all = new ArrayList<>();
    all.add(Advisories.read(ProjectFolder.path().resolve("supply-chain/advisories")));
    if (further != null) {
      all.add(Advisories.read(further));
    }
    return all;
  }

  private static List<Component> components() throws IOException {
    List<Component> components = new ArrayList<>();
    for (String module : MODULES) {
      components.addAll(
          BillOfMaterials.of(
                  jar(module)
                      .orElseThrow(
                          () -> new InstallationException("nothing is built in " + module)))
              .components());
    }
    Optional<Path> peer = jar(PEER);
    if (peer.isPresent()) {
      components.addAll(BillOfMaterials.of(peer.get()).components());
    }
    return components.stream()
        .distinct()
        .sorted(Comparator.comparing(Component::coordinates))
        .toList();
  }

  private static Optional<Path> jar(String module) throws IOException {
    Path target = ProjectFolder.path().resolve(module).resolve("target");
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (var jars = Files.newDirectoryStream(target, "chukan-*.jar")) {
      for (Path jar : jars) {
        if (!jar.toString().endsWith("-tests.jar") && BillOfMaterials.isIn(jar)) {
          return Optional.of(jar);
        }
      }
    }
    return Optional.empty();
  }
}
