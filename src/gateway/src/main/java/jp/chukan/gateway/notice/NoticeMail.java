package jp.chukan.gateway.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends a mail through the SMTP server of the configuration. No sender is a bean of its own: its
 * health would count as that of this server, which answers without it.
 */
@Component
class NoticeMail {
  private static final String TIMEOUT = "10000";

  private final MailNoticeSettings settings;
  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

  NoticeMail(MailNoticeSettings settings) {
    this.settings = settings;
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    if (!settings.user().isEmpty()) {
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
    sender.setJavaMailProperties(properties(settings));
  }

  private static Properties properties(MailNoticeSettings settings) {
    Properties properties = new Properties();
    // a server that is silent holds up nothing but this mail
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
    properties.setProperty("mail.smtp.timeout", TIMEOUT);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
    properties.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.tls()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case IMPLICIT -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    return properties;
  }

  /**
   * @throws MailException when the server did not take it
   */
  void send(List<String> to, String subject, String text, Instant at) {
    MimeMessage mail = sender.createMimeMessage();
    try {
      MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
      helper.setFrom(settings.from());
      helper.setTo(to.toArray(String[]::new));
      helper.setSubject(subject);
      helper.setText(text);
      helper.setSentDate(Date.from(at));
    } catch (MessagingException e) {
      throw new MailPreparationException(e);
    }
    sender.send(mail);
  }
}
