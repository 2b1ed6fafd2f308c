package jp.chukan.mocknetwork.certificateserver;

import java.time.LocalDate;
import java.time.ZoneId;
import jp.chukan.mocknetwork.certificate.CertificateContent;
import jp.chukan.mocknetwork.certificate.CertificateQuery;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import org.springframework.stereotype.Component;

/**
 * Issues a 「住民票の写し」 of what the 既存住基システム answers; every request is written down, refused ones too.
 */
@Component
final class IssueCertificate {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Systems systems;
  private final CertificateRequests requests;
  private final Issuers issuers;
  private final CertificatePaper paper;

  IssueCertificate(
      Systems systems, CertificateRequests requests, Issuers issuers, CertificatePaper paper) {
    this.systems = systems;
    this.requests = requests;
    this.issuers = issuers;
    this.paper = paper;
  }

  /**
   * Issues a certificate.
   *
   * @param server of the municipality whose certificate it is
   * @throws RefusedCallException SUPERSEDED when another fee was accepted than is asked;
   *     ALREADY_PRESENT for a request for which one was issued; UNKNOWN when a letter cannot be
   *     printed; whatever the 既存住基システム refuses; NOT_READY when it does not answer
   */
  IssuedCertificate issue(CountrySystem server, CertificateRequest request) {
    try {
      return issueOrRefuse(server, request);
    } catch (RefusedCallException refused) {
      requests.refused(server.place(), request, refused.fault());
      throw refused;
    } catch (UnreachableSystemException away) {
      requests.refused(server.place(), request, Fault.NOT_READY);
      throw new RefusedCallException(Fault.NOT_READY, CertificateRequest.MESSAGE);
    }
  }

  private IssuedCertificate issueOrRefuse(CountrySystem server, CertificateRequest request) {
    String place = server.place();
    Issuers.Issuer issuer = issuers.of(place);
    if (request.acceptedFee() != issuer.fee()) {
      throw new RefusedCallException(Fault.SUPERSEDED, "acceptedFee");
    }
    CertificateContent content =
        systems.send(
            server,
            new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
            CertificateQuery.MESSAGE,
            new CertificateQuery(request.serialNumber(), request.options(), request.at()),
            CertificateContent.class);
    LocalDate today = LocalDate.ofInstant(request.at(), JAPAN);
    // one after the other: 交付番号 have no gaps, and nothing is issued twice
    synchronized (this) {
      if (requests.hasIssued(place, request.requestNumber())) {
        throw new RefusedCallException(Fault.ALREADY_PRESENT, "requestNumber");
      }
      int number = requests.nextIssueNumber(place);
      String mark = TamperMark.of(requests.vault(), place, number, today, content);
      byte[] pdf =
          paper.print(
              content,
              new CertificatePaper.Issue(
                  number, mark, today, issuer.authority(), request.options().scope()));
      requests.issued(place, request, number, mark);
      return new IssuedCertificate(number, issuer.fee(), pdf);
    }
  }
}
