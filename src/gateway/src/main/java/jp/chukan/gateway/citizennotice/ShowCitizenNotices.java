package jp.chukan.gateway.citizennotice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.document.CitizenNotices;
import jp.chukan.contract.document.CitizenNotices.CitizenNotice;
import jp.chukan.contract.message.CitizenNoticeAnswer;
import jp.chukan.contract.message.CitizenNoticeRequest;
import jp.chukan.gateway.disclosure.Disclosed;
import jp.chukan.gateway.disclosure.DisclosureDoor;
import jp.chukan.gateway.disclosure.DisclosureKind;
import jp.chukan.gateway.disclosure.DisclosureOutcome;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.linkagecode.LinkedPerson;
import jp.chukan.gateway.linkagecode.LinkedPersons;
import org.springframework.stereotype.Component;

/**
 * Shows a person the notices of the day, after it has kept which ones they have read. Who is not
 * known here has none.
 */
@Component("showCitizenNotices")
final class ShowCitizenNotices {
  private static final DisclosureKind<CitizenNoticeRequest> KIND =
      new DisclosureKind<>(
          CitizenNoticeRequest.class,
          CitizenNoticeRequest.TYPE_ID,
          CitizenNoticeAnswer::new,
          CitizenNoticeAnswer.TYPE_ID,
          "disclosure.notices");

  private static final int MOST_NOTICES = 50;

  private final DisclosureDoor door;
  private final LinkedPersons persons;
  private final StoredNotices notices;

  ShowCitizenNotices(DisclosureDoor door, LinkedPersons persons, StoredNotices notices) {
    this.door = door;
    this.persons = persons;
    this.notices = notices;
  }

  /**
   * @param institution at whose door the request came
   * @param signed CMS SignedData (DER) over {@link CitizenNoticeRequest}
   */
  DisclosureOutcome show(InstitutionCode institution, byte[] signed) {
    return door.answer(institution, signed, KIND, this::notices);
  }

  private Disclosed notices(CitizenNoticeRequest request, Instant now) {
    CitizenNoticeRequest.Body question = request.body();
    InstitutionCode institution = question.institution();
    UnifiedAddresseeNumber person =
        persons.find(question.linkageCode()).map(LinkedPerson::addressee).orElse(null);
    List<CitizenNotice> shown = List.of();
    if (person != null) {
      LocalDate today = JapanDay.of(now);
      notices.markRead(institution, person, question.read(), today, now);
      shown =
          notices.shownTo(institution, person, today, MOST_NOTICES).stream()
              .map(ShowCitizenNotices::shown)
              .toList();
    }
    return new Disclosed.Shown(
        new CitizenNotices(question.processingNumber(), institution, shown), person);
  }

  private static CitizenNotice shown(StoredNotice notice) {
    return new CitizenNotice(
        notice.number(),
        notice.words().title(),
        notice.words().text(),
        notice.issuedOn(),
        notice.endsOn(),
        notice.readAt());
  }
}
