package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.command.client.InquiryClient;
import jp.chukan.command.client.InquiryFileState;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.inquiry.Expectation;
import jp.chukan.command.inquiry.InquiryPlan;
import jp.chukan.command.inquiry.Parties;
import jp.chukan.command.inquiry.PermittedTuple;
import jp.chukan.command.inquiry.Prediction;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileReader;
import jp.chukan.contract.inquiryfile.ResultLine;
import org.jspecify.annotations.Nullable;

/** What the steps share: who asks, and the file that went out. */
final class InquiryScene {
  private final InstantSource clock;
  private final int lines;
  private @Nullable Parties parties;
  private @Nullable Prediction prediction;
  private @Nullable InquiryPlan plan;
  private @Nullable ReceptionNumber number;
  private @Nullable List<ResultLine> results;

  InquiryScene(InstantSource clock, int lines) {
    this.clock = clock;
    this.lines = lines;
  }

  int lines() {
    return lines;
  }

  InstantSource clock() {
    return clock;
  }

  /** The first municipality asks about its linked residents, now. */
  Parties parties(DemoScene scene) throws IOException {
    if (parties == null) {
      parties =
          Parties.linked(
              scene.installation(),
              scene.control(),
              scene.firstMunicipality(),
              scene.personsOfEach(),
              clock.instant());
    }
    return parties.at(clock.instant());
  }

  /** What the country's providers will do. */
  Prediction prediction(DemoScene scene) throws IOException {
    if (prediction == null) {
      prediction = Prediction.of(parties(scene), scene.control());
    }
    return prediction;
  }

  InquiryClient client(DemoScene scene) throws IOException {
    return scene.client(scene.firstMunicipality()).inquiries();
  }

  ReceptionNumber submit(DemoScene scene, InquiryPlan file) throws IOException {
    var folder = Files.createDirectories(folder(scene));
    // one name a second is as many as clients have
    var name = InquiryFileName.first(clock.instant());
    while (Files.exists(folder.resolve(name.value()))) {
      name = name.next();
    }
    return client(scene).submit(file.write(folder, name));
  }

  /** How the file stands when this holds, or as it does when patience ends. */
  InquiryFileState await(DemoScene scene, ReceptionNumber file, Duration patience, int openAtMost)
      throws IOException {
    var inquiries = client(scene);
    Waiting.until(
        patience,
        () -> {
          try {
            var state = inquiries.state(file);
            scene.progress().report(state.ended(), state.lines());
            return state.lines() - state.ended() <= openAtMost;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return inquiries.state(file);
  }

  List<ResultLine> fetch(DemoScene scene, ReceptionNumber file, ResultEncoding encoding)
      throws IOException {
    var target = folder(scene).resolve(file.value() + "." + encoding.wireValue());
    client(scene).result(file, encoding, target);
    return ResultFileReader.read(Files.readAllBytes(target), encoding);
  }

  void sent(InquiryPlan file, ReceptionNumber reception) {
    plan = file;
    number = reception;
  }

  InquiryPlan plan() {
    return required(plan);
  }

  ReceptionNumber number() {
    return required(number);
  }

  List<ResultLine> results(DemoScene scene) throws IOException {
    if (results == null) {
      results = fetch(scene, number(), ResultEncoding.UTF_8);
    }
    return results;
  }

  /**
   * A line that got an answer.
   *
   * @param person position of the resident
   * @param tuple what was asked of whom
   */
  record Answered(int person, PermittedTuple tuple) {}

  /** The first of them. */
  Answered firstProvided(DemoScene scene) throws IOException {
    var lines = results(scene);
    for (int index = 0; index < lines.size(); index++) {
      var planned = plan().lines().get(index);
      if (lines.get(index).status() == InquiryStatus.COMPLETED
          && planned.expectation() instanceof Expectation.Leaves(var tuple)) {
        return new Answered(planned.person(), tuple);
      }
    }
    throw new InstallationException("nothing was provided");
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new InstallationException("no file was handed in");
    }
    return value;
  }

  private static Path folder(DemoScene scene) {
    return scene.installation().runDirectory().resolve("files");
  }
}
