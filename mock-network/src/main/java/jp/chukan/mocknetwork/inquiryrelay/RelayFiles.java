package jp.chukan.mocknetwork.inquiryrelay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.inquiryfile.InquiryFileReader;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.connection.GatewayReply;
import jp.chukan.mocknetwork.connection.GatewayUnreachableException;
import jp.chukan.mocknetwork.municipality.HubVault;
import jp.chukan.mocknetwork.municipality.ServerOfMunicipality;
import jp.chukan.mocknetwork.rounds.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the files of the business systems to the server, asks how far they are, and fetches the
 * results, all with the certificate of the municipality; after a restart it goes on.
 */
@Component
final class RelayFiles implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RelayFiles.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String FILES = "inquiry-files/";
  private final RelayedFiles files;
  private final HubVault vault;
  private final ServerOfMunicipality server;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final Rounds rounds = new Rounds("inquiry-relay", PAUSE, this::round);

  RelayFiles(
      RelayedFiles files,
      HubVault vault,
      ServerOfMunicipality server,
      ObjectMapper json,
      InstantSource clock) {
    this.files = files;
    this.vault = vault;
    this.server = server;
    this.json = json;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    rounds.start();
  }

  void wake() {
    rounds.wake();
  }

  /** One file after the other: a result may be large, and only one is in memory at a time. */
  private boolean round() {
    for (RelayedFile file : files.open()) {
      try {
        relay(file);
      } catch (GatewayUnreachableException e) {
        log.debug("{} waits for the server", file.reference(), e);
      } catch (RuntimeException e) {
        log.warn("{} cannot be relayed now", file.reference(), e);
      }
    }
    return false;
  }

  private void relay(RelayedFile file) {
    switch (file.state()) {
      case WAITING -> send(file);
      case SENT -> fetch(file);
      case REFUSED, COMPLETE -> {}
    }
  }

  private void send(RelayedFile file) {
    if (file.toldBack() == file.lines()) {
      complete(file, new byte[0]);
      return;
    }
    byte[] content = vault.openBytes(files.content(file.reference()));
    GatewayReply reply = server.put(file.institution(), FILES + file.sentName(), content);
    Acknowledgement acknowledgement = acknowledgement(reply);
    ReceptionNumber number =
        acknowledgement == null ? null : acknowledgement.header().receptionNumber();
    if (reply.isAccepted() && number != null) {
      files.sent(file.reference(), number);
    } else if (acknowledgement == null) {
      files.refused(file.reference(), "HTTP " + reply.status(), null);
    } else {
      Acknowledgement.Body body = acknowledgement.body();
      files.refused(file.reference(), body.errorCode(), place(body));
    }
  }

  private static @Nullable String place(Acknowledgement.Body body) {
    List<String> place = Stream.of(body.record(), body.element()).filter(Objects::nonNull).toList();
    return place.isEmpty() ? null : String.join(" ", place);
  }

  private static @Nullable Acknowledgement acknowledgement(GatewayReply reply) {
    try {
      return XmlMessages.read(Acknowledgement.class, reply.body());
    } catch (InvalidInputException another) {
      return null;
    }
  }

  private void fetch(RelayedFile file) {
    JsonNode state = state(file);
    if (state == null || !state.path("complete").asBoolean()) {
      return;
    }
    GatewayReply result = server.get(file.institution(), path(file) + "/result?encoding=UTF-8");
    if (result.isAccepted()) {
      complete(file, result.body());
    } else {
      log.warn("no result of {}: status {}", file.reference(), result.status());
    }
  }

  /** How far the server is with a file; null when it does not say. */
  @Nullable JsonNode state(RelayedFile file) {
    if (file.receptionNumber() == null) {
      return null;
    }
    GatewayReply reply = server.get(file.institution(), path(file));
    if (!reply.isAccepted()) {
      log.warn("no state of {}: status {}", file.reference(), reply.status());
      return null;
    }
    try {
      return json.readTree(reply.body());
    } catch (IOException e) {
      throw new IllegalStateException("the state of a file cannot be read", e);
    }
  }

  private static String path(RelayedFile file) {
    return FILES + String.valueOf(file.receptionNumber());
  }

  /** Puts the result together anew from the file as it was handed in. */
  private void complete(RelayedFile file, byte[] result) {
    byte[] original = vault.openBytes(files.original(file.reference()));
    ResolvedFile resolved =
        ResolvedFile.again(InquiryFileReader.read(original), files.unknown(file.reference()));
    byte[] restored = resolved.restored(result, file.reference(), file.handedInAt());
    files.complete(file.reference(), vault.seal(restored), clock.instant());
  }

  @Override
  public void close() {
    rounds.close();
  }
}
