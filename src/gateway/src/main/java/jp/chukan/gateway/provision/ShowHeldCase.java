package jp.chukan.gateway.provision;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.gateway.approval.LockedCase;
import jp.chukan.gateway.approval.PreparedRelease;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.provision.ProvisionAuthorisation.Authorised.Lawful;
import jp.chukan.gateway.provision.ReleasableContent.Providable;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows what would leave for a held request, exactly as it would, beside the 「副本」 (MS-05). Whoever
 * looks says why, and that they looked is kept (MS-76, MS-77).
 */
@Component
final class ShowHeldCase {
  private final HeldCases held;
  private final HeldRequests requests;

  ShowHeldCase(HeldCases held, HeldRequests requests) {
    this.held = held;
    this.requests = requests;
  }

  ReleaseView show(StaffIdentity who, ReceptionNumber caseId, StaffComment purpose) {
    return held.look(
        who, caseId, purpose, (shown, now) -> new ReleaseView.Shown(preview(shown, now)));
  }

  private ReleasePreview preview(LockedCase shown, Instant now) {
    OpenedRequest opened = requests.open(shown, now);
    ProvisionRequest.Body request = opened.request().body();
    return new ReleasePreview(
        shown.facts(),
        basis(opened, now),
        opened.addressee(),
        request.requestedItems(),
        request.periodFrom(),
        request.periodTo(),
        request.inquiredAt(),
        opened.content(),
        shown.preparation().map(prepared -> prepared(prepared, opened)).orElse(null),
        shown.steps());
  }

  private static LegalBasis basis(OpenedRequest opened, Instant now) {
    ProvisionRequest.Body request = opened.request().body();
    @Nullable Integer version = null;
    @Nullable PermitId permit = null;
    if (opened.authorised() instanceof Lawful lawful) {
      version = lawful.listVersion();
      permit = lawful.exchange().permitId();
    }
    return new LegalBasis(
        request.inquirer(),
        request.affair(),
        request.procedure(),
        request.information(),
        version,
        JapanDay.of(now),
        permit);
  }

  private static PreparedContent prepared(PreparedRelease prepared, OpenedRequest opened) {
    byte[] content = prepared.content();
    return new PreparedContent(
        prepared.action(),
        prepared.by(),
        prepared.at(),
        prepared.comment(),
        prepared.withheld(),
        content == null ? null : XmlDocuments.read(ProvidedInformation.class, content),
        content == null || isExactly(content, opened, prepared.withheld()));
  }

  /** Whether what could leave at this moment is, byte for byte, what was prepared. */
  static boolean isExactly(byte[] prepared, OpenedRequest opened, Set<ItemCode> withheld) {
    return opened.content() instanceof Providable providable
        && Arrays.equals(
            prepared,
            XmlDocuments.write(
                OutgoingInformation.of(opened.request().body(), providable.replica(), withheld)));
  }
}
