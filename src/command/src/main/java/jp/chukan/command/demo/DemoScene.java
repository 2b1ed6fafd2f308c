package jp.chukan.command.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import jp.chukan.command.client.MunicipalClient;
import jp.chukan.command.console.StaffOffice;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/** The running installation, the country around it, and how much of it takes part. */
public final class DemoScene {
  /** 厚生労働大臣, the inquirer of item 1 of 別表第二. */
  static final InstitutionCode MINISTRY = new InstitutionCode("0450000000001700");

  static final String ITEM_OF_MINISTRY = "1";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Installation installation;
  private final DemoScale scale;
  private final ControlClient control;
  private final ControlClient management;
  private final List<InstitutionCode> municipalities;
  private DemoProgress progress = DemoProgress.silent();
  private @Nullable StaffOffice office;

  public DemoScene(Installation installation, DemoScale scale) throws IOException {
    this.installation = installation;
    this.scale = scale;
    this.control = new ControlClient(installation.controlUri());
    this.management = new ControlClient(installation.managementUri());
    var parties = control.get("/control/institutions").path("municipalities");
    this.municipalities =
        StreamSupport.stream(parties.spliterator(), false)
            .map(party -> new InstitutionCode(party.path("code").asText()))
            .toList();
  }

  /** The staff of the first municipality, who begin when they are asked for first. */
  StaffOffice office() throws IOException {
    var opened = office;
    if (opened == null) {
      opened = StaffOffice.open(installation, firstMunicipality());
      office = opened;
    }
    return opened;
  }

  void watch(DemoProgress watcher) {
    progress = watcher;
  }

  public DemoProgress progress() {
    return progress;
  }

  public Installation installation() {
    return installation;
  }

  public ControlClient control() {
    return control;
  }

  ControlClient management() {
    return management;
  }

  public List<InstitutionCode> municipalities() {
    return municipalities;
  }

  public InstitutionCode firstMunicipality() {
    return municipalities.getFirst();
  }

  public int personsOfEach() {
    return scale.persons() / municipalities.size();
  }

  public int persons() {
    return personsOfEach() * municipalities.size();
  }

  int inquiries() {
    return scale.inquiries();
  }

  public MunicipalClient client(InstitutionCode institution) throws IOException {
    return MunicipalClient.connect(installation.gatewayUri(), installation.keys(), institution);
  }

  /** The ministry asks about a resident of the first municipality. */
  JsonNode ask(String item, int resident, String... faults) throws IOException {
    return ask(item, resident, 1, faults);
  }

  JsonNode ask(String item, int resident, int deliveries, String... faults) throws IOException {
    return control.post(
        "/control/inquiries",
        order -> {
          order.put("inquirer", MINISTRY.value());
          order.put("provider", firstMunicipality().value());
          order.put("item", item);
          order.put("resident", resident);
          order.put("deliveries", deliveries);
          var wanted = order.putArray("faults");
          for (var fault : faults) {
            wanted.add(fault);
          }
        });
  }

  JsonNode exchange(String processingNumber) throws IOException {
    return control.get("/control/exchanges/" + processingNumber);
  }

  /** The exchange when it has ended, or as it stands when that takes too long. */
  JsonNode awaitEnd(String processingNumber) throws IOException {
    Waiting.until(
        PATIENCE,
        () -> {
          try {
            return !exchange(processingNumber).path("state").asText().equals("PENDING");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return exchange(processingNumber);
  }

  /** Position of a resident of the first municipality who is under 「支援措置」, or of one who is not. */
  int resident(boolean underSupport) throws IOException {
    for (int index = 0; index < personsOfEach(); index++) {
      var resident =
          control.get(
              "/control/municipalities/%s/residents/%d".formatted(firstMunicipality(), index));
      if (resident.path("underSupport").asBoolean() == underSupport) {
        return index;
      }
    }
    throw new InstallationException("no such resident among " + personsOfEach());
  }

  /** What a municipality does with some of its residents. */
  @FunctionalInterface
  interface Portion {
    void run(InstitutionCode municipality, int from, int to) throws IOException;
  }

  /** All municipalities at the same time, each in portions, so that progress can be seen. */
  void forAllPersons(int portionSize, Portion portion) throws IOException {
    var done = new AtomicLong();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          municipalities.stream()
              .map(
                  municipality ->
                      executor.submit(
                          () -> {
                            for (int from = 0; from < personsOfEach(); from += portionSize) {
                              int to = Math.min(from + portionSize, personsOfEach());
                              portion.run(municipality, from, to);
                              progress.report(done.addAndGet(to - from), persons());
                            }
                            return municipality;
                          }))
              .toList();
      for (var municipality : running) {
        municipality.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
