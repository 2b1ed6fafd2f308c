package jp.chukan.mocknetwork.kiosk;

import jp.chukan.mocknetwork.certificate.CertificateOptions;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.person.SerialNumber;

/**
 * What a キオスク端末 shows before anything is issued: a card whose PIN was right, and the fee.
 *
 * @param requestNumber of this request
 * @param server of the municipality that was chosen
 * @param card whose PIN was right
 * @param options what was chosen
 * @param fee yen
 */
public record Quote(
    String requestNumber,
    CountrySystem server,
    SerialNumber card,
    CertificateOptions options,
    int fee) {}
