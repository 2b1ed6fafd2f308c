package jp.chukan.command.bench.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import jp.chukan.command.ProgressBar;
import jp.chukan.command.client.InquiryClient;
import jp.chukan.command.client.InquiryFileState;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.ReceptionNumber;

/** Hands in several files of 「情報照会」 at the same time and waits for the last line. */
final class FilesUnderWay {
  private static final Duration PATIENCE = Duration.ofHours(2);

  private final InquiryClient inquiries;
  private final Consumer<String> progress;

  /**
   * @param progress told how many lines have ended
   */
  FilesUnderWay(InquiryClient inquiries, Consumer<String> progress) {
    this.inquiries = inquiries;
    this.progress = progress;
  }

  List<ReceptionNumber> submit(List<Path> files) throws IOException {
    var numbers = new ArrayList<ReceptionNumber>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<ReceptionNumber>>();
      for (var file : files) {
        running.add(executor.submit(() -> inquiries.submit(file)));
      }
      for (var submitted : running) {
        numbers.add(submitted.get());
      }
      return numbers;
    } catch (ExecutionException e) {
      throw new IOException("a file was not taken: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  List<InquiryFileState> await(List<ReceptionNumber> numbers) throws IOException {
    Waiting.until(
        PATIENCE,
        () -> {
          var states = statesUnchecked(numbers);
          progress.accept(
              ProgressBar.of(
                  states.stream().mapToLong(InquiryFileState::ended).sum(),
                  states.stream().mapToLong(InquiryFileState::lines).sum()));
          return states.stream().allMatch(InquiryFileState::complete);
        });
    return states(numbers);
  }

  private List<InquiryFileState> statesUnchecked(List<ReceptionNumber> numbers) {
    try {
      return states(numbers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<InquiryFileState> states(List<ReceptionNumber> numbers) throws IOException {
    var states = new ArrayList<InquiryFileState>();
    for (var number : numbers) {
      states.add(inquiries.state(number));
    }
    return states;
  }
}
