package jp.chukan.mocknetwork.certificateserver;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.chukan.mocknetwork.certificate.CertificateContent;
import jp.chukan.mocknetwork.connection.Vault;

/**
 * 「改ざん検知符号」: printed on a certificate, made of everything it says under a key of the server.
 * Whoever alters a letter cannot make the mark that belongs to it.
 */
final class TamperMark {
  private static final int BYTES = 10;
  private static final int GROUP = 4;
  // cannot occur in what is written on a certificate, so that no two contents read the same
  private static final String BETWEEN = "\u001f";

  private TamperMark() {}

  /** The mark of a certificate: twenty hexadecimal digits in groups of four. */
  static String of(
      Vault vault, String place, int issueNumber, LocalDate issuedOn, CertificateContent content) {
    String all =
        place
            + BETWEEN
            + issueNumber
            + BETWEEN
            + issuedOn
            + BETWEEN
            + String.join(BETWEEN, values(content));
    byte[] digest = vault.digest(all.getBytes(StandardCharsets.UTF_8));
    String digits = HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(digest, BYTES));
    return IntStream.range(0, digits.length() / GROUP)
        .mapToObj(group -> digits.substring(group * GROUP, (group + 1) * GROUP))
        .collect(Collectors.joining("-"));
  }

  private static List<String> values(CertificateContent content) {
    List<String> values = new ArrayList<>();
    values.add(content.address());
    values.add(content.headName().orElse(""));
    content.persons().forEach(one -> values.add(person(one)));
    return values;
  }

  private static String person(CertificateContent.Entry one) {
    return String.join(
        BETWEEN,
        one.name(),
        one.birthDate().toString(),
        one.sex(),
        one.residentSince().toString(),
        one.settledOn().toString(),
        one.previousAddress().orElse(""),
        one.relationship().orElse(""),
        one.domicile().map(at -> at.place() + BETWEEN + at.firstRegistered()).orElse(""),
        one.stay().map(TamperMark::stay).orElse(""));
  }

  private static String stay(CertificateContent.Stay stay) {
    return String.join(
        BETWEEN,
        stay.nationality(),
        stay.category(),
        stay.status().orElse(""),
        stay.period().map(Object::toString).orElse(""),
        stay.expiresOn().map(Object::toString).orElse(""),
        stay.cardNumber().orElse(""));
  }
}
