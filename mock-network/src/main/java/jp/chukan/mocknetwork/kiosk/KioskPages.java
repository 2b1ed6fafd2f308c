package jp.chukan.mocknetwork.kiosk;

import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.certificate.CertificateOptions;
import jp.chukan.mocknetwork.certificate.CertificateOptions.Scope;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.card.CardCounter;
import jp.chukan.mocknetwork.residentrecords.card.CardRefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A キオスク端末 on the screen: whose card lies on the reader is chosen, the PIN is not. The counter that
 * gives cards out stands beside it.
 */
@Controller
final class KioskPages {
  private static final int SHOWN_RESIDENTS = 10;

  private final ResidentRegisters registers;
  private final CardCounter counter;
  private final CardChips chips;
  private final UseKiosk kiosk;
  private final OpenQuotes quotes;
  private final InstantSource clock;

  KioskPages(
      ResidentRegisters registers,
      CardCounter counter,
      CardChips chips,
      UseKiosk kiosk,
      OpenQuotes quotes,
      InstantSource clock) {
    this.registers = registers;
    this.counter = counter;
    this.chips = chips;
    this.kiosk = kiosk;
    this.quotes = quotes;
    this.clock = clock;
  }

  /** Somebody whose card may lie on the reader. */
  public record Choice(String path, String label) {
    /** Shows nothing of a person. */
    @Override
    public String toString() {
      return "Choice[redacted]";
    }
  }

  @GetMapping("/kiosk")
  String choices(Model model) {
    List<Choice> choices =
        registers.municipalities().stream()
            .map(registers::of)
            .flatMap(
                register ->
                    register.everybody().stream()
                        .filter(one -> one.residence().isPresent())
                        .limit(SHOWN_RESIDENTS)
                        .map(one -> choice(register, one)))
            .toList();
    model.addAttribute("choices", choices);
    return "kiosk/choices";
  }

  private static Choice choice(ResidentRegister register, Resident one) {
    return new Choice(
        path(register.municipality().code().value(), one.index()),
        register.municipality().name() + " " + one.basicInformation().name());
  }

  @GetMapping("/kiosk/{municipality}/{index}")
  String reader(
      @PathVariable("municipality") String municipality,
      @PathVariable("index") int index,
      Model model) {
    var code = new InstitutionCode(municipality);
    Resident resident = registers.of(code).resident(index);
    model.addAttribute("person", resident.basicInformation().name());
    model.addAttribute("path", path(municipality, index));
    model.addAttribute("hasCard", counter.cardOf(code, index).isPresent());
    return "kiosk/reader";
  }

  /** At the counter: a card for who has none, and a PIN for it. */
  @PostMapping("/kiosk/{municipality}/{index}/card")
  String card(
      @PathVariable("municipality") String municipality,
      @PathVariable("index") int index,
      @RequestParam("pin") String pin) {
    var code = new InstitutionCode(municipality);
    var chosen = new Pin(pin);
    SerialNumber card =
        counter.cardOf(code, index).orElseGet(() -> counter.issue(code, index, clock.instant()));
    chips.set(card, chosen);
    return "redirect:" + path(municipality, index);
  }

  @PostMapping("/kiosk/{municipality}/{index}/fee")
  String fee(
      @PathVariable("municipality") String municipality,
      @PathVariable("index") int index,
      @RequestParam("pin") String pin,
      @RequestParam("scope") Scope scope,
      @RequestParam(name = "domicile", defaultValue = "false") boolean domicile,
      @RequestParam(name = "relationship", defaultValue = "false") boolean relationship,
      @RequestParam(name = "residence", defaultValue = "false") boolean residence,
      Model model) {
    var code = new InstitutionCode(municipality);
    SerialNumber card =
        counter
            .cardOf(code, index)
            .orElseThrow(() -> new IllegalArgumentException("no card lies on the reader"));
    Quote quote =
        kiosk.ask(
            registers.of(code).municipality().localGovernment(),
            card,
            new Pin(pin),
            new CertificateOptions(scope, domicile, relationship, residence),
            clock.instant());
    quotes.keep(quote);
    model.addAttribute("fee", quote.fee());
    model.addAttribute("request", quote.requestNumber());
    model.addAttribute("municipality", registers.of(code).municipality().name());
    model.addAttribute("household", scope == Scope.HOUSEHOLD);
    return "kiosk/fee";
  }

  @PostMapping("/kiosk/requests/{number}")
  ResponseEntity<byte[]> accept(@PathVariable("number") String number) {
    Quote quote =
        quotes
            .take(number)
            .orElseThrow(() -> new IllegalArgumentException("nothing was shown for this"));
    byte[] pdf = kiosk.accept(quote, clock.instant()).pdf();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"certificate.pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(pdf);
  }

  private static String path(String municipality, int index) {
    return "/kiosk/" + new InstitutionCode(municipality) + "/" + index;
  }

  @ExceptionHandler(KioskRefusedException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  String refused(KioskRefusedException refused, Model model) {
    model.addAttribute("reason", refused.refusal().shown());
    return "kiosk/refused";
  }

  /** The counter gives no card out. */
  @ExceptionHandler(CardRefusedException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  String refusedAtTheCounter(Model model) {
    model.addAttribute("reason", "この人には、いまカードを交付できません。");
    return "kiosk/refused";
  }

  /** No such person, no four digits, or a request that was accepted before. */
  @ExceptionHandler(IllegalArgumentException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  String unusable(Model model) {
    model.addAttribute("reason", "入力を確かめて、もう一度はじめからやり直してください。暗証番号は数字4けたです。");
    return "kiosk/refused";
  }
}
