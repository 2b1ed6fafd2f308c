package jp.chukan.mocknetwork.control;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.mocknetwork.disclosuresystem.ShowCitizen;
import jp.chukan.mocknetwork.disclosuresystem.UndisclosedException;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.municipality.NotifyResident;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.Resident;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a resident sees of themselves, and what the municipality tells them. */
@RestController
@RequestMapping("/control/municipalities/{code}/residents/{index}")
final class CitizenControl {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Municipalities municipalities;
  private final ShowCitizen show;
  private final NotifyResident notices;
  private final InstantSource clock;

  CitizenControl(
      Municipalities municipalities,
      ShowCitizen show,
      NotifyResident notices,
      InstantSource clock) {
    this.municipalities = municipalities;
    this.show = show;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Something to tell a resident.
   *
   * @param title in one line
   * @param text plain
   * @param days on how many days it is shown, from today; null for 30
   */
  record Notice(String title, String text, @Nullable Integer days) {
    /** Shows nothing of what a person is told. */
    @Override
    public String toString() {
      return "Notice[redacted]";
    }
  }

  /**
   * What became of it.
   *
   * @param number of the notice, null when it was refused
   * @param errorCode identifier of the catalogue, null when it was taken
   */
  record Notified(@Nullable ReceptionNumber number, @Nullable String errorCode) {}

  @GetMapping("/view")
  CitizenViewJson view(
      @PathVariable("code") String code,
      @PathVariable("index") int index,
      @RequestParam(name = "information", defaultValue = "false") boolean information) {
    return CitizenViewJson.of(show.show(person(code, index), information));
  }

  @PostMapping("/notices")
  Notified tell(
      @PathVariable("code") String code,
      @PathVariable("index") int index,
      @RequestBody Notice notice) {
    var institution = new InstitutionCode(code);
    Resident resident = municipalities.resident(institution, index);
    LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
    int days = notice.days() == null ? 30 : notice.days();
    NotifyResident.Outcome outcome =
        notices.tell(
            institution,
            municipalities
                .unifiedNumber(institution, resident)
                .orElseThrow(() -> new IllegalArgumentException("not entered at the hub yet")),
            UUID.randomUUID().toString(),
            notice.title(),
            notice.text(),
            today,
            today.plusDays(days - 1L));
    return switch (outcome) {
      case NotifyResident.Outcome.Taken(var number) -> new Notified(number, null);
      case NotifyResident.Outcome.Refused(var errorCode) -> new Notified(null, errorCode);
    };
  }

  @PostMapping("/notices/{number}/read")
  CitizenViewJson read(
      @PathVariable("code") String code,
      @PathVariable("index") int index,
      @PathVariable("number") String number) {
    show.read(person(code, index), new InstitutionCode(code), new ReceptionNumber(number));
    return CitizenViewJson.of(show.show(person(code, index), false));
  }

  private ResidentRecordCode person(String code, int index) {
    return municipalities.resident(new InstitutionCode(code), index).recordCode();
  }

  @ExceptionHandler
  ResponseEntity<ControlRefusals.Problem> undisclosed(UndisclosedException exception) {
    return ResponseEntity.status(HttpStatus.BAD_GATEWAY)
        .body(new ControlRefusals.Problem(String.valueOf(exception.getMessage())));
  }
}
