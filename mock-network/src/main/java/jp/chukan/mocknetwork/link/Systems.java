package jp.chukan.mocknetwork.link;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import jp.chukan.mocknetwork.connection.SystemKeys;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.springframework.stereotype.Component;

/**
 * All systems of the country with their doors, and the lines between them. There is no other way
 * from one system to another.
 */
@Component
public final class Systems implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(90);

  /** What the log calls an attempt to connect that ended in the handshake. */
  static final String CONNECTION = "connection";

  private final PermittedLinks links;
  private final SystemKeys keys;
  private final CommunicationLog communications;
  private final Set<CountrySystem> all;
  private final Map<CountrySystem, Door> doors = new ConcurrentHashMap<>();
  private final Map<CountrySystem, HttpClient> clients = new ConcurrentHashMap<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  Systems(
      PermittedLinks links,
      SystemKeys keys,
      CommunicationLog communications,
      InstitutionDirectory institutions) {
    this.links = links;
    this.keys = keys;
    this.communications = communications;
    this.all = Set.copyOf(every(institutions));
  }

  /** Every system of the country: of the served municipalities, their prefectures, and of all. */
  public static List<CountrySystem> every(InstitutionDirectory institutions) {
    List<String> municipalities =
        institutions.withRole(InstitutionRole.SERVED).stream()
            .map(Institution::localGovernment)
            .toList();
    List<CountrySystem> every = new ArrayList<>();
    for (SystemKind kind : SystemKind.values()) {
      switch (kind.extent()) {
        case MUNICIPALITY ->
            municipalities.forEach(place -> every.add(new CountrySystem(kind, place)));
        case PREFECTURE ->
            municipalities.stream()
                .map(place -> place.substring(0, 2))
                .distinct()
                .forEach(place -> every.add(new CountrySystem(kind, place)));
        case COUNTRY -> every.add(CountrySystem.only(kind));
      }
    }
    return every;
  }

  /** Every system of one kind. */
  public List<CountrySystem> of(SystemKind kind) {
    return all.stream()
        .filter(system -> system.kind() == kind)
        .sorted(comparing(CountrySystem::place))
        .toList();
  }

  /** The door of a system, opened when it is first asked for; for that system alone. */
  public Door doorOf(CountrySystem system) {
    return doors.computeIfAbsent(system, this::open);
  }

  private Door open(CountrySystem system) {
    if (!all.contains(system)) {
      throw new IllegalArgumentException("the country has no " + system);
    }
    var callers =
        new SystemCallers(
            system,
            all.stream()
                .filter(caller -> links.permit(caller, system))
                .collect(Collectors.toUnmodifiableSet()),
            all,
            other ->
                communications.append(
                    other, system, CONNECTION, 0, Optional.of(Fault.FORBIDDEN_LINK)));
    return new Door(
        system, keys.called(system.keyName(), callers::require), callers, communications, executor);
  }

  /**
   * Sends a message and waits for what comes back.
   *
   * @param from the system that sends; it connects with its own key
   * @param message name of the message
   * @throws ForbiddenLinkException when there is no link between the two
   * @throws RefusedCallException when the receiver does not take it
   * @throws UnreachableSystemException when nobody answers
   */
  public <R> R send(
      CountrySystem from, CountrySystem to, String message, Object body, Class<R> type) {
    byte[] reply = sendWritten(from, to, message, LinkJson.write(body));
    try {
      return LinkJson.read(reply, type);
    } finally {
      // it may have brought a 個人番号 for one answer (JN-28)
      Arrays.fill(reply, (byte) 0);
    }
  }

  /** The same, of a message that was written before. */
  byte[] sendWritten(CountrySystem from, CountrySystem to, String message, byte[] body) {
    if (!links.permit(from, to)) {
      throw new ForbiddenLinkException(from, to);
    }
    Door door = doors.get(to);
    if (door == null) {
      throw new UnreachableSystemException(from, to, null);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + door.port() + "/" + message))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> response =
          client(from).send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() == 200) {
        return response.body();
      }
      FaultReply fault = LinkJson.read(response.body(), FaultReply.class);
      if (fault.fault() == Fault.NOT_READY) {
        throw new UnreachableSystemException(from, to, null);
      }
      throw new RefusedCallException(fault.fault(), fault.place());
    } catch (IOException e) {
      throw new UnreachableSystemException(from, to, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableSystemException(from, to, e);
    }
  }

  private HttpClient client(CountrySystem from) {
    return clients.computeIfAbsent(
        from,
        system ->
            HttpClient.newBuilder()
                .sslContext(keys.calling(system.keyName()))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(executor)
                .build());
  }

  @Override
  public void close() {
    doors.values().forEach(Door::close);
    clients.values().forEach(HttpClient::shutdownNow);
    executor.shutdownNow();
  }
}
