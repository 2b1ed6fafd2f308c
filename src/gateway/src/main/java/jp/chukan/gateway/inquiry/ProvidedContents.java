package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.gateway.crypto.InstitutionCipher;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what was provided, one inquiry at a time, in the open transaction of the institution. */
@Component
class ProvidedContents {
  private final PersonalDataCipher cipher;
  private final StandardLayouts layouts;

  ProvidedContents(PersonalDataCipher cipher, StandardLayouts layouts) {
    this.cipher = cipher;
    this.layouts = layouts;
  }

  /** The contents of one institution; valid in the transaction it came from. */
  Opener of(InstitutionCode institution) {
    return new Opener(cipher.of(institution));
  }

  final class Opener {
    private final InstitutionCipher personal;

    private Opener(InstitutionCipher personal) {
      this.personal = personal;
    }

    /** Null when nothing was provided, or it is removed by now. */
    @Nullable ProvidedInformation provided(InquiryEntry inquiry) {
      byte[] content = inquiry.content();
      return content == null
          ? null
          : XmlDocuments.read(
              ProvidedInformation.class,
              personal.decrypt(content, "inquiry:" + inquiry.number().value()));
    }

    /** The line of the file as it came, null once removed. */
    byte @Nullable [] fileLine(InquiryEntry inquiry) {
      byte[] line = inquiry.fileLine();
      return line == null
          ? null
          : personal.decrypt(line, "inquiry-line:" + inquiry.number().value());
    }

    /**
     * One value for each item of the layout, empty where there is none: of the edition that was
     * provided, else of the newest on the day of the request. None where no layout is known.
     */
    List<String> values(InquiryEntry inquiry) {
      ProvidedInformation provided = provided(inquiry);
      Map<ItemCode, String> values = new HashMap<>();
      if (provided != null) {
        for (ProvidedInformation.Item item : provided.items()) {
          values.put(item.code(), item.value() == null ? "" : item.value());
        }
      }
      return layout(inquiry, provided)
          .map(StandardLayout::itemCodes)
          .orElse(Collections.emptyList())
          .stream()
          .map(item -> values.getOrDefault(item, ""))
          .toList();
    }
  }

  private Optional<StandardLayout> layout(
      InquiryEntry inquiry, @Nullable ProvidedInformation provided) {
    SpecificPersonalInformationCode asked = inquiry.information();
    if (asked == null) {
      return Optional.empty();
    }
    Instant providedAt = inquiry.providedAt();
    LocalDate askedOn = JapanDay.of(inquiry.receivedAt());
    return Optional.ofNullable(provided)
        .flatMap(
            information ->
                layouts.find(
                    information.information(),
                    information.edition(),
                    providedAt == null ? askedOn : JapanDay.of(providedAt)))
        .or(() -> layouts.newest(asked, askedOn));
  }
}
