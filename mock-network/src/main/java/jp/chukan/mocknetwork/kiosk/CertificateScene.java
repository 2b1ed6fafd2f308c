package jp.chukan.mocknetwork.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.certificate.CertificateOptions;
import jp.chukan.mocknetwork.certificate.CertificateOptions.Scope;
import jp.chukan.mocknetwork.certificateserver.IssuedCertificate;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.person.SerialNumber;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.card.CardCounter;
import jp.chukan.mocknetwork.residentrecords.card.CardRefusedException;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.stereotype.Component;

/**
 * In every municipality somebody gets a 個人番号カード, takes certificates at a キオスク端末, loses the card,
 * and what must be refused is refused (T:361).
 */
@Component
public final class CertificateScene implements Scene {
  static final CertificateOptions SELF = new CertificateOptions(Scope.SELF, false, false, false);
  static final Pin PIN = new Pin("2718");

  private final ResidentRegisters registers;
  private final CardCounter counter;
  private final CardChips chips;
  private final UseKiosk kiosk;
  private final CertificateRefusals refusals;

  CertificateScene(
      ResidentRegisters registers,
      CardCounter counter,
      CardChips chips,
      UseKiosk kiosk,
      CertificateRefusals refusals) {
    this.registers = registers;
    this.counter = counter;
    this.chips = chips;
    this.kiosk = kiosk;
    this.refusals = refusals;
  }

  @Override
  public SystemKind system() {
    return SystemKind.KIOSK;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(12, 20);
  }

  @Override
  public String title() {
    return "個人番号カードの交付、住民票の写しのコンビニ交付、カードの紛失と返納";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    List<ProvokedRefusal> refused = new ArrayList<>();
    registers.municipalities().forEach(municipality -> refused.addAll(play(municipality, now)));
    return refused;
  }

  private List<ProvokedRefusal> play(InstitutionCode municipality, Instant now) {
    ResidentRegister register = registers.of(municipality);
    Holder holder =
        giveOut(municipality, one -> livesWithOthersUnprotected(register, one), now)
            .orElseThrow(() -> new SceneFailedException("カードのない、家族と住む人がいない"));
    SerialNumber card = holder.card();
    String place = register.municipality().localGovernment();

    require(text(take(place, card, SELF, now)), List.of(holder.person().basicInformation().name()));
    var everything = new CertificateOptions(Scope.HOUSEHOLD, true, true, true);
    require(
        text(take(place, card, everything, now)),
        register.household(holder.person().household()).stream()
            .map(one -> one.basicInformation().name())
            .toList());

    List<ProvokedRefusal> refused = new ArrayList<>();
    refused.addAll(refusals.ofCard(municipality, card, now));
    giveOut(municipality, Resident::underSupport, now)
        .ifPresent(supported -> refused.addAll(refusals.locked(place, supported.card(), now)));
    counter.takeBack(municipality, card, now);
    refused.addAll(refusals.locked(place, card, now));
    return refused;
  }

  private record Holder(Resident person, SerialNumber card) {}

  private static boolean livesWithOthersUnprotected(ResidentRegister register, Resident one) {
    List<Resident> household = register.household(one.household());
    return household.size() > 1 && household.stream().noneMatch(Resident::underSupport);
  }

  private IssuedCertificate take(
      String place, SerialNumber card, CertificateOptions options, Instant now) {
    Quote shown = kiosk.ask(place, card, PIN, options, now);
    IssuedCertificate issued = kiosk.accept(shown, now);
    if (issued.fee() != shown.fee()) {
      throw new SceneFailedException("表示した手数料と違う");
    }
    return issued;
  }

  /** A card for the first of these who has none yet, with its holder. */
  private Optional<Holder> giveOut(
      InstitutionCode municipality, Predicate<Resident> to, Instant now) {
    for (Resident one : registers.of(municipality).everybody()) {
      if (one.residence().isPresent() && to.test(one)) {
        try {
          SerialNumber card = counter.issue(municipality, one.index(), now);
          chips.set(card, PIN);
          return Optional.of(new Holder(one, card));
        } catch (CardRefusedException another) {
          // has a card already, or may not stay long enough for one
        }
      }
    }
    return Optional.empty();
  }

  private static String text(IssuedCertificate issued) {
    try (PDDocument document = Loader.loadPDF(issued.pdf())) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException("a certificate cannot be read", e);
    }
  }

  private static void require(String text, List<String> names) {
    if (!names.stream().allMatch(text::contains)) {
      throw new SceneFailedException("証明書に載るべき人が載っていない");
    }
  }
}
