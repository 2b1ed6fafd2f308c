package jp.chukan.command.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.chukan.command.ProgressBar;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.ReceptionNumber;

/**
 * Files of 「情報照会」 that were handed in, for a person to follow.
 *
 * @param numbers of those that were taken, in their order
 * @param refused how many were not
 */
record HandedInFiles(List<ReceptionNumber> numbers, int refused) {
  private static final int ALL_TAKEN = 0;
  private static final int SOME_REFUSED = 1;
  private static final int ALL_REFUSED = 2;

  HandedInFiles {
    numbers = List.copyOf(numbers);
  }

  /** Where files go. */
  @FunctionalInterface
  interface Door {
    ReceptionNumber submit(Path file) throws IOException;
  }

  /** Where their state is told. */
  @FunctionalInterface
  interface Desk {
    InquiryFileState state(ReceptionNumber number) throws IOException;
  }

  /** Hands in one after the other; a refused one does not keep the others back. */
  static HandedInFiles of(Door door, List<Path> files, Consumer<String> line) throws IOException {
    var numbers = new ArrayList<ReceptionNumber>();
    int refused = 0;
    for (var file : files) {
      try {
        var number = door.submit(file);
        numbers.add(number);
        line.accept("受付番号 %s  %s".formatted(number.value(), file.getFileName()));
      } catch (RefusedMessageException e) {
        refused++;
        line.accept(describe(file, e));
      }
    }
    return new HandedInFiles(numbers, refused);
  }

  private static String describe(Path file, RefusedMessageException refusal) {
    var reason = refusal.reason();
    var place = new ArrayList<String>();
    if (reason.record() != null) {
      place.add("line " + reason.record());
    }
    if (reason.element() != null) {
      place.add("field " + reason.element());
    }
    return "Refused: %s%s %s  %s"
        .formatted(
            reason.errorCode(),
            place.isEmpty() ? "" : " at " + String.join(", ", place),
            reason.errorMessage(),
            file.getFileName());
  }

  /** Waits until nothing will change any more, and sums up how the lines ended. */
  List<String> await(Desk desk, Consumer<String> progress) throws IOException {
    var states = states(desk);
    while (!states.stream().allMatch(InquiryFileState::complete)) {
      progress.accept(
          ProgressBar.of(
              states.stream().mapToLong(InquiryFileState::ended).sum(),
              states.stream().mapToLong(InquiryFileState::lines).sum()));
      Waiting.shortly();
      states = states(desk);
    }
    return states.stream().map(HandedInFiles::summary).toList();
  }

  int exitCode() {
    return refused == 0 ? ALL_TAKEN : numbers.isEmpty() ? ALL_REFUSED : SOME_REFUSED;
  }

  private List<InquiryFileState> states(Desk desk) throws IOException {
    var states = new ArrayList<InquiryFileState>();
    for (var number : numbers) {
      states.add(desk.state(number));
    }
    return states;
  }

  private static String summary(InquiryFileState state) {
    return "%s  %,d lines: %s".formatted(state.receptionNumber(), state.lines(), state.summary());
  }
}
