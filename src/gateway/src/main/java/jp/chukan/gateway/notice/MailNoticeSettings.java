package jp.chukan.gateway.notice;

import java.time.Duration;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether, how and to whom staff are told by mail that cases wait.
 *
 * @param enabled off unless somebody turns it on
 * @param host of the SMTP server
 * @param port of the SMTP server
 * @param tls how the connection is protected
 * @param user name at the SMTP server, empty when it asks for none
 * @param password of that user; from a file of the key folder
 * @param from address of the sender
 * @param interval at most one mail for an institution within it; at least 1 minute
 * @param addresses of each institution that is told
 */
@ConfigurationProperties("chukan.notice.mail")
public record MailNoticeSettings(
    boolean enabled,
    String host,
    int port,
    Tls tls,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String from,
    Duration interval,
    @DefaultValue List<Addresses> addresses) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /** How the connection to the SMTP server is protected. */
  public enum Tls {
    /** Begins plain and must go on encrypted (RFC 3207). */
    STARTTLS,
    /** Encrypted from the start (RFC 8314). */
    IMPLICIT,
    /** Not at all: for a server on the same machine. */
    NONE
  }

  /**
   * @param institution 「機関コード」
   * @param to addresses of its staff
   */
  public record Addresses(InstitutionCode institution, List<String> to) {
    public Addresses {
      to = List.copyOf(to);
    }
  }

  /**
   * @throws IllegalArgumentException so that the server does not start with notices that never come
   */
  public MailNoticeSettings {
    addresses = List.copyOf(addresses);
    if (interval.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("chukan.notice.mail.interval is at least 1m");
    }
    if (enabled && (host.isBlank() || from.isBlank() || addresses.isEmpty())) {
      throw new IllegalArgumentException(
          "chukan.notice.mail needs host, from and addresses when it is enabled");
    }
  }

  /** To whom a mail about this institution goes; nobody unless it is enabled. */
  List<String> recipients(InstitutionCode institution) {
    return addresses.stream()
        .filter(entry -> enabled && entry.institution().equals(institution))
        .flatMap(entry -> entry.to().stream())
        .distinct()
        .toList();
  }

  /** Never shows the password, nor anybody's address. */
  @Override
  public String toString() {
    return "MailNoticeSettings[enabled=" + enabled + "]";
  }
}
