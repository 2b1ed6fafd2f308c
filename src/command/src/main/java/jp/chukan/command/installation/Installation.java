package jp.chukan.command.installation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.chukan.command.certificates.KeyFolder;
import jp.chukan.command.certificates.TestAuthority;
import org.jspecify.annotations.Nullable;

/**
 * One running installation: PostgreSQL, gateway and mock network. The database is started first and
 * stopped last; the two applications start side by side.
 */
public final class Installation implements AutoCloseable {
  private final InstallationOptions options;
  private final LocalPostgres postgres;
  private final Application gatewayApplication;
  private final Application networkApplication;
  private List<String> gatewayArguments;
  private @Nullable ChildProcess gateway;
  private @Nullable ChildProcess network;
  private boolean closed;

  private Installation(
      InstallationOptions options,
      LocalPostgres postgres,
      Application gatewayApplication,
      Application networkApplication) {
    this.options = options;
    this.gatewayArguments = options.gatewayArguments();
    this.postgres = postgres;
    this.gatewayApplication = gatewayApplication;
    this.networkApplication = networkApplication;
  }

  public static Installation start(InstallationOptions options) {
    return start(options, step -> {});
  }

  /**
   * Starts everything and returns when it is ready; stops what it started when something fails.
   *
   * @param progress told of each step before it is taken
   */
  public static Installation start(InstallationOptions options, Consumer<String> progress) {
    var run = options.runDirectory();
    try {
      Files.createDirectories(run);
      progress.accept("keys");
      var random = new SecureRandom();
      TestAuthority.issueMissing(run.resolve("keys"), InstantSource.system(), random);
      var gateway =
          Application.unpack(
              options.project().resolve("src/gateway"), "gateway", options.applications());
      var network =
          Application.unpack(
              options.project().resolve("mock-network"), "mock-network", options.applications());
      progress.accept("database");
      var postgres =
          LocalPostgres.start(
              run.resolve("postgres"),
              options.applications().resolve("postgres"),
              run.resolve("logs/postgres.log"),
              options.ports().postgres(),
              KeyFolder.create(run.resolve("keys"), random));
      var installation = new Installation(options, postgres, gateway, network);
      installation.startApplications(progress);
      return installation;
    } catch (IOException e) {
      throw new InstallationException("cannot set up " + run + ": " + e.getMessage(), e);
    }
  }

  private void startApplications(Consumer<String> progress) {
    var complete = false;
    try {
      progress.accept("gateway and network");
      // whatever ends this process, the others do not outlive it
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close installation"));
      launchApplications();
      awaitGateway();
      awaitNetwork();
      publishFirstList();
      state(true).write(options.runDirectory());
      complete = true;
    } finally {
      if (!complete) {
        close();
      }
    }
  }

  private synchronized void launchApplications() {
    if (closed) {
      throw new InstallationException("stopped while starting");
    }
    gateway = launchGateway();
    network = launchNetwork();
    state(false).write(options.runDirectory());
  }

  public URI gatewayUri() {
    return URI.create("https://localhost:" + options.ports().gateway());
  }

  /** Where browsers of the staff go. */
  public URI consoleUri() {
    return URI.create("https://localhost:" + options.ports().console());
  }

  public URI networkUri() {
    return URI.create("https://localhost:" + options.ports().network());
  }

  public URI managementUri() {
    return URI.create("http://127.0.0.1:" + options.ports().management());
  }

  public URI controlUri() {
    return URI.create("http://127.0.0.1:" + options.ports().control());
  }

  public LocalPostgres postgres() {
    return postgres;
  }

  /** Folder of everything that exists while it runs. */
  public Path runDirectory() {
    return options.runDirectory();
  }

  public Path keys() {
    return options.runDirectory().resolve("keys");
  }

  public Path log(String process) {
    return options.runDirectory().resolve("logs/" + process + ".log");
  }

  /**
   * Starts another program of the project beside the installation; what it prints is the caller's
   * to read.
   *
   * @param module where it is built
   * @param name what it is called where it is unpacked
   * @param log takes what it says of itself
   */
  public Process program(String module, String name, List<String> arguments, Path log)
      throws IOException {
    var program =
        Application.unpack(options.project().resolve(module), name, options.applications());
    var command = JavaLauncher.command("-jar", program.jar().toString());
    command.addAll(arguments);
    var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    process.getOutputStream().close();
    return process;
  }

  /** Further arguments of the gateway that runs, none of them secret. */
  public synchronized List<String> gatewayArguments() {
    return List.copyOf(gatewayArguments);
  }

  /** Without a 「照会許可照合リスト」 nothing is allowed: the network publishes its first one. */
  private void publishFirstList() {
    var country = new ControlClient(controlUri());
    try {
      if (country.get("/control/status").path("listVersion").asInt() == 0) {
        country.post("/control/permission-lists", order -> {});
      }
    } catch (IOException e) {
      throw new InstallationException("the network cannot publish its list", e);
    }
  }

  /** Ends the gateway as a power cut would. */
  public synchronized void killGateway() {
    if (gateway != null) {
      gateway.kill();
    }
  }

  /** Stops the gateway in good order and starts it with these further arguments instead. */
  public synchronized void restartGateway(String... arguments) {
    if (gateway != null) {
      gateway.stop();
    }
    gatewayArguments = List.of(arguments);
    startGateway();
  }

  /** Starts the gateway again and returns when it is ready. */
  public synchronized void startGateway() {
    if (gateway != null && gateway.isAlive()) {
      throw new InstallationException("the gateway is running");
    }
    gateway = launchGateway();
    state(false).write(options.runDirectory());
    awaitGateway();
    state(true).write(options.runDirectory());
  }

  /** Stops in order; doing it again does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    // the gateway first: what it still has to send finds its peer
    if (gateway != null) {
      gateway.stop();
    }
    if (network != null) {
      network.stop();
    }
    postgres.close();
    InstallationState.remove(options.runDirectory());
  }

  private ChildProcess launchGateway() {
    var command = application(gatewayApplication, options.gatewayHeapMegabytes());
    command.add("--spring.profiles.active=local");
    command.add("--server.port=" + options.ports().gateway());
    command.add("--chukan.console.port=" + options.ports().console());
    command.add("--management.server.port=" + options.ports().management());
    command.add("--chukan.run-directory=" + options.runDirectory());
    command.add("--chukan.network.url=" + networkUri());
    command.add("--chukan.hub-url=" + networkUri().resolve("/hub"));
    command.add("--chukan.revocation.url=" + controlUri().resolve("/revocation"));
    // what the network publishes at its start is soon in force
    command.add("--chukan.trust-list.fetch-delay=10000");
    command.add("--chukan.evidence.time-stamp.url=" + networkUri().resolve("/time-stamp"));
    // the authority beside it costs nothing
    command.add("--chukan.evidence.stamp-delay=5000");
    command.add("--spring.datasource.url=" + postgres.url("chukan"));
    command.addAll(gatewayArguments);
    return ChildProcess.start("gateway", command, options.runDirectory(), log("gateway"));
  }

  private ChildProcess launchNetwork() {
    var command = application(networkApplication, 512);
    command.add("--server.port=" + options.ports().network());
    command.add("--chukan.control-port=" + options.ports().control());
    command.add("--chukan.gateway-url=" + gatewayUri());
    command.add("--chukan.run-directory=" + options.runDirectory());
    command.add("--spring.datasource.url=" + postgres.url("country"));
    command.addAll(options.networkArguments());
    return ChildProcess.start("mock-network", command, options.runDirectory(), log("mock-network"));
  }

  private static List<String> application(Application application, int heapMegabytes) {
    return new ArrayList<>(
        JavaLauncher.command(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + application.classArchive(),
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-jar",
            application.jar().toString()));
  }

  private void awaitGateway() {
    if (gateway != null) {
      gateway.awaitReady(() -> Health.gateway(managementUri()));
    }
  }

  private void awaitNetwork() {
    if (network != null) {
      network.awaitReady(() -> Health.network(controlUri()));
    }
  }

  private InstallationState state(boolean ready) {
    var processes = new ArrayList<ProcessMark>();
    processes.add(ProcessMark.of("supervisor", ProcessHandle.current()));
    processes.add(postgres.mark());
    if (gateway != null) {
      processes.add(gateway.mark());
    }
    if (network != null) {
      processes.add(network.mark());
    }
    return new InstallationState(
        ready,
        gatewayUri(),
        consoleUri(),
        networkUri(),
        managementUri(),
        controlUri(),
        postgres.url("chukan"),
        processes.stream().map(InstallationState.Mark::of).toList());
  }
}
