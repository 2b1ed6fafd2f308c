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
import jp.chukan.command.installation.hosts.Hosts;
import jp.chukan.command.installation.hosts.TestHosts;
import org.jspecify.annotations.Nullable;

/**
 * One running installation: PostgreSQL, gateway and mock network. The database is started first and
 * stopped last; the two applications start side by side.
 */
public final class Installation implements AutoCloseable {
  private final InstallationOptions options;
  private final Hosts hosts;
  private final Detours detours;
  private final LocalPostgres postgres;
  private final Application gatewayApplication;
  private final Application networkApplication;
  private final @Nullable Machines machines;
  private List<String> gatewayArguments;
  private @Nullable ChildProcess gateway;
  private @Nullable ChildProcess network;
  private boolean closed;

  private Installation(
      InstallationOptions options,
      Hosts hosts,
      Detours detours,
      LocalPostgres postgres,
      Application gatewayApplication,
      Application networkApplication,
      @Nullable Machines machines) {
    this.options = options;
    this.hosts = hosts;
    this.detours = detours;
    this.machines = machines;
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
    return start(options, Detours.none(options.ports()), progress);
  }

  /**
   * The same.
   *
   * @param detours by which the parts reach each other
   */
  public static Installation start(
      InstallationOptions options, Detours detours, Consumer<String> progress) {
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
      var hosts = makeHosts(options);
      var postgres = startPostgres(options, hosts, KeyFolder.create(run.resolve("keys"), random));
      var installation =
          new Installation(
              options,
              hosts,
              detours,
              postgres,
              gateway,
              network,
              startMachines(options, hosts, gateway, postgres));
      installation.startApplications(progress);
      return installation;
    } catch (IOException e) {
      throw new InstallationException("cannot set up " + run + ": " + e.getMessage(), e);
    }
  }

  private static Hosts makeHosts(InstallationOptions options) {
    if (!options.ownHosts()) {
      return Hosts.thisMachine();
    }
    var names = new ArrayList<>(List.of(Hosts.broker(1), Hosts.broker(2), Hosts.DATABASE));
    for (int number = 1; number <= options.nodes(); number++) {
      names.add(Hosts.node(number));
    }
    try {
      return TestHosts.make(options.runDirectory(), names);
    } catch (IOException e) {
      throw new InstallationException("no hosts of their own here: " + e.getMessage(), e);
    }
  }

  private static LocalPostgres startPostgres(
      InstallationOptions options, Hosts hosts, KeyFolder keys) throws IOException {
    var run = options.runDirectory();
    var data = run.resolve("postgres");
    var programs = options.applications().resolve("postgres");
    var log = run.resolve("logs/postgres.log");
    int port = options.ports().postgres();
    if (options.nodes() == 0) {
      return LocalPostgres.start(data, programs, log, port, keys);
    }
    var complete = false;
    try {
      var postgres = LocalPostgres.startWithTls(data, programs, log, port, keys);
      if (hosts instanceof TestHosts apart) {
        postgres.moveTo(apart, programs);
      }
      complete = true;
      return postgres;
    } finally {
      if (!complete) {
        hosts.close();
      }
    }
  }

  private static @Nullable Machines startMachines(
      InstallationOptions options, Hosts hosts, Application gateway, LocalPostgres postgres) {
    if (options.nodes() == 0) {
      return null;
    }
    try {
      return Machines.start(options, hosts, gateway);
    } catch (InstallationException e) {
      postgres.close();
      hosts.close();
      throw e;
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
      // one after the other, as an operator would: the first brings the database up to date
      startNodes();
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

  /** Of the one gateway, or of what stands before several. */
  public URI gatewayUri() {
    return machines != null ? machines.front() : ownGatewayUri();
  }

  private URI ownGatewayUri() {
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
    return URI.create(
        "http://" + hosts.address(Hosts.node(1)) + ":" + options.ports().management());
  }

  public URI controlUri() {
    return URI.create("http://127.0.0.1:" + options.ports().control());
  }

  /**
   * Brokers and further nodes.
   *
   * @throws InstallationException where there is one gateway with its own broker
   */
  public Machines machines() {
    if (machines == null) {
      throw new InstallationException("this installation is one machine");
    }
    return machines;
  }

  /**
   * The hosts whose cables can be cut.
   *
   * @throws InstallationException where everything is on the loopback of this machine
   */
  public TestHosts hosts() {
    if (hosts instanceof TestHosts apart) {
      return apart;
    }
    throw new InstallationException("this installation has no hosts of its own");
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

  /** Whether every process that was started runs. */
  public boolean isWhole() {
    return state(true).processes().stream().allMatch(mark -> mark.mark().process().isPresent());
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

  /**
   * Lets the gateway end in good order and start again, unless what the JVM keeps of its classes
   * for quick starts is there already.
   */
  public synchronized void keepClasses() {
    if (gatewayApplication.classes(options.keepsClasses()).isMadeAtEnd()) {
      restartGateway(gatewayArguments.toArray(String[]::new));
    }
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

  /** Starts the further nodes that do not run, and returns when all are ready. */
  public synchronized void startNodes() {
    if (machines == null || closed) {
      return;
    }
    machines.launch(node -> launchGateway(node.name(), node.name(), node.ports()));
    state(false).write(options.runDirectory());
    machines.awaitReady();
    state(true).write(options.runDirectory());
  }

  /** Ends the mock network as a power cut would. */
  public synchronized void killNetwork() {
    if (network != null) {
      network.kill();
    }
  }

  /** Ends the database with all its processes as a power cut would. */
  public synchronized void killDatabase() {
    postgres.kill();
  }

  /**
   * Starts again what has died, as the supervisor of a server would, and returns when all of it is
   * ready.
   *
   * @return the names of what was started again
   */
  public synchronized List<String> startDead() {
    var started = new ArrayList<String>();
    if (!postgres.isAlive()) {
      postgres.startAgain();
      started.add("postgres");
    }
    if (gateway != null && !gateway.isAlive()) {
      gateway = launchGateway();
      started.add("gateway");
    }
    if (network != null && !network.isAlive()) {
      network = launchNetwork();
      started.add("mock-network");
    }
    if (!started.isEmpty()) {
      state(false).write(options.runDirectory());
      awaitGateway();
      awaitNetwork();
      state(true).write(options.runDirectory());
    }
    return started;
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
    if (machines != null) {
      machines.close();
    }
    if (network != null) {
      network.stop();
    }
    if (machines != null) {
      machines.closeBrokers();
    }
    postgres.close();
    hosts.close();
    InstallationState.remove(options.runDirectory());
  }

  private ChildProcess launchGateway() {
    return launchGateway("gateway", Hosts.node(1), options.ports());
  }

  private ChildProcess launchGateway(String name, String host, Ports ports) {
    var towardsNetwork =
        URI.create("https://" + hosts.name(Hosts.NETWORK) + ":" + detours.gatewayToNetwork());
    var classes = gatewayApplication.classes(options.keepsClasses());
    var command = application(gatewayApplication, classes, options.gatewayHeapMegabytes());
    if (machines == null) {
      command.add("--spring.profiles.active=local");
      command.add(
          "--spring.datasource.url=" + LocalPostgres.url("chukan", detours.gatewayToDatabase()));
    } else {
      command.addAll(machines.settings(options));
      command.add("--chukan.job.node=" + name);
      command.add("--management.server.address=" + hosts.address(host));
    }
    command.add("--server.port=" + ports.gateway());
    command.add("--chukan.console.port=" + ports.console());
    command.add("--management.server.port=" + ports.management());
    command.add("--chukan.run-directory=" + options.runDirectory());
    command.add("--chukan.network.url=" + towardsNetwork);
    command.add("--chukan.hub-url=" + towardsNetwork.resolve("/hub"));
    var authority = machines == null ? controlUri() : machines.authority(controlUri());
    command.add("--chukan.revocation.url=" + authority.resolve("/revocation"));
    // what the network publishes at its start is soon in force
    command.add("--chukan.trust-list.fetch-delay=10000");
    command.add("--chukan.evidence.time-stamp.url=" + towardsNetwork.resolve("/time-stamp"));
    // the authority beside it costs nothing
    command.add("--chukan.evidence.stamp-delay=5000");
    command.addAll(gatewayArguments);
    return ChildProcess.start(
        name, hosts.on(host, command), classes, options.runDirectory(), log(name));
  }

  private ChildProcess launchNetwork() {
    var classes = networkApplication.classes(options.keepsClasses());
    var command = application(networkApplication, classes, 512);
    command.add("--server.port=" + options.ports().network());
    command.add("--chukan.control-port=" + options.ports().control());
    command.add(
        "--chukan.gateway-url="
            + (machines != null
                ? machines.frontByName()
                : "https://localhost:" + detours.networkToGateway()));
    command.add("--chukan.run-directory=" + options.runDirectory());
    command.add("--spring.datasource.url=" + postgres.url("country"));
    command.addAll(options.networkArguments());
    return ChildProcess.start(
        "mock-network", command, classes, options.runDirectory(), log("mock-network"));
  }

  /** Heaps this small are collected with the least work, and memory, by one thread. */
  private List<String> application(Application application, ClassCache classes, int heapMegabytes) {
    var command =
        JavaLauncher.command(
            "-Xms64m",
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError");
    command.addAll(classes.flags());
    command.addAll(hosts.javaFlags());
    command.addAll(List.of("-jar", application.jar().toString()));
    return command;
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
    if (machines != null) {
      processes.addAll(machines.marks());
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
