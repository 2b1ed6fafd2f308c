package jp.chukan.mocknetwork.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.mocknetwork.connection.GatewayReply;
import jp.chukan.mocknetwork.connection.GatewayRequest;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/**
 * 世帯情報 in the intermediate server beside the 住民票: the municipality brings the whole register, and
 * the server compares every record of it with its 副本 (MS-52). Whoever has two 住民票, because of a
 * return or of 帰化, has one 副本, of the last.
 */
@Component
final class ReplicasOfServer implements CopiedFile {
  private static final String PATH = "reconciliations/";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ResidentRegisters registers;
  private final AddresseeHub hub;
  private final ServerOfMunicipality server;
  private final InstantSource clock;

  ReplicasOfServer(
      ResidentRegisters registers,
      AddresseeHub hub,
      ServerOfMunicipality server,
      InstantSource clock) {
    this.registers = registers;
    this.hub = hub;
    this.server = server;
    this.clock = clock;
  }

  @Override
  public List<Comparison> compare() {
    return registers.municipalities().stream().map(this::compare).toList();
  }

  private Comparison compare(InstitutionCode municipality) {
    List<Resident> everybody = registers.of(municipality).everybody();
    Map<AddresseeNumber, UnifiedAddresseeNumber> numbers =
        hub.resolve(
            municipality,
            BusinessSystem.RESIDENT_RECORDS,
            everybody.stream().map(Resident::addresseeNumber).toList());
    Map<UnifiedAddresseeNumber, Resident> originals = new LinkedHashMap<>();
    List<Resident> unknownToHub = new ArrayList<>();
    for (Resident resident : everybody) {
      UnifiedAddresseeNumber number = numbers.get(resident.addresseeNumber());
      if (number == null) {
        unknownToHub.add(resident);
      } else {
        originals.put(number, resident);
      }
    }
    JsonNode counts = reconcile(municipality, originals);
    return new Comparison(
        "中間サーバーの副本(世帯情報、" + registers.of(municipality).municipality().name() + ")",
        counts.path("equal").asInt(),
        counts.path("different").asInt(),
        counts.path("missing").asInt() + unknownToHub.size(),
        counts.path("extra").asInt());
  }

  private JsonNode reconcile(
      InstitutionCode municipality, Map<UnifiedAddresseeNumber, Resident> originals) {
    List<RegistrationRecord> records =
        originals.entrySet().stream()
            .map(one -> ReplicaAttachment.record(one.getKey(), submission(one.getValue())))
            .toList();
    JsonNode begun =
        read(
            server.post(
                municipality,
                PATH + HouseholdInformation.INFORMATION.value(),
                GatewayRequest.XML,
                ReplicaAttachment.write(records)));
    Instant deadline = clock.instant().plus(PATIENCE);
    JsonNode state = begun;
    while (state.path("state").asText().equals("WAITING") && clock.instant().isBefore(deadline)) {
      LockSupport.parkNanos(LOOK.toNanos());
      state = read(server.get(municipality, PATH + begun.path("number").asText()));
    }
    if (!state.path("state").asText().equals("DONE")) {
      throw new IllegalStateException("the comparison ended as " + state.path("state").asText());
    }
    return state.path("counts");
  }

  private static SubmitReplicas.Submission submission(Resident resident) {
    return new SubmitReplicas.Submission(
        resident.addresseeNumber(),
        resident.householdInformation(),
        resident.underSupport(),
        resident.updatedAt());
  }

  private static JsonNode read(GatewayReply reply) {
    if (!reply.isAccepted()) {
      throw new IllegalStateException("the server refused to compare: " + reply.status());
    }
    try {
      return JSON.readTree(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
