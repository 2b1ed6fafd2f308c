package jp.chukan.mocknetwork.portal;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.mocknetwork.disclosuresystem.CitizenView;
import jp.chukan.mocknetwork.disclosuresystem.ShowCitizen;
import jp.chukan.mocknetwork.disclosuresystem.UndisclosedException;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.Resident;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The pages of a fictitious person. Nobody signs in: who sits at this machine is whom they choose.
 */
@Controller
final class PortalPages {
  private static final int SHOWN_RESIDENTS = 10;

  private final ShowCitizen show;
  private final Municipalities municipalities;
  private final InstitutionDirectory institutions;
  private final PlainWords words;

  PortalPages(
      ShowCitizen show,
      Municipalities municipalities,
      InstitutionDirectory institutions,
      PlainWords words) {
    this.show = show;
    this.municipalities = municipalities;
    this.institutions = institutions;
    this.words = words;
  }

  /** A notice as it is shown. */
  public record NoticeLine(
      String institution,
      String institutionName,
      String number,
      String title,
      String text,
      String issued,
      boolean read) {
    /** Shows nothing of what a person is told. */
    @Override
    public String toString() {
      return "NoticeLine[redacted]";
    }
  }

  /** Somebody whom one may be. */
  public record Choice(String path, String label) {
    /** Shows nothing of a person. */
    @Override
    public String toString() {
      return "Choice[redacted]";
    }
  }

  @GetMapping("/portal")
  String choices(Model model) {
    List<Choice> choices =
        institutions.withRole(InstitutionRole.SERVED).stream()
            .flatMap(
                served ->
                    municipalities.residents(served.code(), 0, SHOWN_RESIDENTS).stream()
                        .map(
                            one ->
                                new Choice(
                                    "/portal/" + served.code() + "/" + one.index(),
                                    served.name() + " " + one.basicInformation().name())))
            .toList();
    model.addAttribute("choices", choices);
    return "portal/choices";
  }

  @GetMapping("/portal/{municipality}/{index}")
  String person(
      @PathVariable("municipality") String municipality,
      @PathVariable("index") int index,
      @RequestParam(name = "information", defaultValue = "false") boolean information,
      Model model) {
    Resident resident = municipalities.resident(new InstitutionCode(municipality), index);
    CitizenView view = show.show(resident.recordCode(), information);
    model.addAttribute("person", resident.basicInformation().name());
    model.addAttribute("path", path(municipality, index));
    model.addAttribute(
        "exchanges", view.exchanges().stream().map(one -> words.of(one.record())).toList());
    model.addAttribute("notices", view.notices().stream().map(PortalPages::line).toList());
    model.addAttribute("information", view.information());
    model.addAttribute("asked", information);
    model.addAttribute("unanswered", view.unanswered());
    return "portal/person";
  }

  @PostMapping("/portal/{municipality}/{index}/notices/{institution}/{number}")
  String read(
      @PathVariable("municipality") String municipality,
      @PathVariable("index") int index,
      @PathVariable("institution") String institution,
      @PathVariable("number") String number) {
    ResidentRecordCode person =
        municipalities.resident(new InstitutionCode(municipality), index).recordCode();
    show.read(person, new InstitutionCode(institution), new ReceptionNumber(number));
    return "redirect:" + path(municipality, index) + "#notices";
  }

  private static String path(String municipality, int index) {
    return "/portal/" + new InstitutionCode(municipality) + "/" + index;
  }

  private static NoticeLine line(CitizenView.SeenNotice seen) {
    return new NoticeLine(
        seen.institution().value(),
        seen.institutionName(),
        seen.notice().number().value(),
        seen.notice().title(),
        seen.notice().text(),
        PlainWords.day(seen.notice().issuedOn()),
        seen.notice().readAt() != null);
  }

  /** No such municipality or person. */
  @ExceptionHandler(IllegalArgumentException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String nobody() {
    return "portal/nobody";
  }

  /** The institution did not take the report. */
  @ExceptionHandler(UndisclosedException.class)
  @ResponseStatus(HttpStatus.BAD_GATEWAY)
  String unreachable() {
    return "portal/unreachable";
  }
}
