package jp.chukan.mocknetwork.provider;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.EnvelopeSealer;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.border.BorderWatch;
import jp.chukan.mocknetwork.connection.KeyRing;
import jp.chukan.mocknetwork.coresystem.AnswerFault;
import jp.chukan.mocknetwork.coresystem.Identifiers;
import jp.chukan.mocknetwork.coresystem.Spoiling;
import jp.chukan.mocknetwork.coresystem.Spoilt;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the answers of the providers: sealed for the certificate of the request, bound to its
 * permit, signed by the provider; with the faults on demand that are the provider's own.
 */
@Component
final class ProviderAnswers {
  private final KeyRing keys;
  private final InstitutionDirectory institutions;
  private final Identifiers identifiers;
  private final SecureRandom random;
  private final BorderWatch border;

  ProviderAnswers(
      KeyRing keys,
      InstitutionDirectory institutions,
      Identifiers identifiers,
      SecureRandom random,
      BorderWatch border) {
    this.keys = keys;
    this.institutions = institutions;
    this.identifiers = identifiers;
    this.random = random;
    this.border = border;
  }

  /**
   * An answer.
   *
   * @param body what it says
   * @param signed the same, signed by the provider
   */
  record Answer(ProvisionAnswer.Body body, byte[] signed) {}

  /** The right answer: a refusal, or the items that were asked for. */
  Answer right(ProviderExchange exchange, Instant now) {
    String refusal = exchange.errorCode();
    return refusal == null
        ? sealed(exchange, wanted(exchange), keys.signer(exchange.provider()), now)
        : answer(exchange, null, refusal, keys.signer(exchange.provider()), now);
  }

  /** The answer with the fault that was ordered, null when none was. */
  @Nullable Spoilt spoilt(ProviderExchange exchange, Answer right, Instant now) {
    Spoiling spoiling = exchange.spoiling();
    if (spoiling == null) {
      return null;
    }
    AnswerFault fault = spoiling.fault();
    return new Spoilt(
        spoiling,
        fault.isMadeByProvider() ? withFault(fault, exchange, right, now).signed() : null);
  }

  private Answer withFault(
      AnswerFault fault, ProviderExchange exchange, Answer right, Instant now) {
    byte[] envelope = right.body().envelope();
    DocumentSigner own = keys.signer(exchange.provider());
    if (envelope == null || fault == AnswerFault.OTHER_SIGNER) {
      // there is nothing in a refusal that could be altered: another provider refuses
      DocumentSigner other = keys.signer(otherThan(exchange.provider()));
      return envelope == null
          ? answer(exchange, null, exchange.errorCode(), other, now)
          : sealed(exchange, wanted(exchange), other, now);
    }
    return switch (fault) {
      case TAMPERED_ENVELOPE -> {
        byte[] altered = envelope.clone();
        altered[altered.length - 1] ^= 1;
        yield answer(exchange, altered, null, own, now);
      }
      case OTHER_ITEMS -> sealed(exchange, others(exchange), own, now);
      case CONFLICTING -> sealed(exchange, withAnotherValue(wanted(exchange)), own, now);
      default -> throw new IllegalArgumentException("not a fault of the provider: " + fault);
    };
  }

  private static List<Item> wanted(ProviderExchange exchange) {
    Set<ItemCode> wanted = new HashSet<>(exchange.items());
    return held(exchange).entrySet().stream()
        .filter(item -> wanted.contains(item.getKey()))
        .map(item -> new Item(item.getKey(), item.getValue()))
        .toList();
  }

  private static Map<ItemCode, @Nullable String> held(ProviderExchange exchange) {
    return Holdings.of(
        exchange.provider(), exchange.information(), exchange.person(), layout(exchange));
  }

  private static HeldLayout layout(ProviderExchange exchange) {
    return HeldLayout.of(exchange.information()).orElseThrow();
  }

  /** One item less than was asked for, or one more where only one was. */
  private static List<Item> others(ProviderExchange exchange) {
    List<Item> items = wanted(exchange);
    if (items.size() > 1) {
      return items.subList(1, items.size());
    }
    return held(exchange).entrySet().stream()
        .limit(2)
        .map(item -> new Item(item.getKey(), item.getValue()))
        .toList();
  }

  private static List<Item> withAnotherValue(List<Item> items) {
    List<Item> changed = new ArrayList<>(items);
    Item last = items.getLast();
    changed.set(items.size() - 1, new Item(last.code(), last.value() == null ? "9" : null));
    return changed;
  }

  private Answer sealed(
      ProviderExchange exchange, List<Item> items, DocumentSigner signer, Instant now) {
    var information =
        new ProvidedInformation(
            exchange.processingNumber(),
            exchange.provider(),
            exchange.information(),
            layout(exchange).edition(),
            items);
    byte[] content = XmlDocuments.write(information);
    border.enclosed(exchange.provider(), "provider/sealed-answer", content);
    byte[] envelope =
        new EnvelopeSealer(signer, random)
            .seal(
                content,
                exchange.binding(),
                keys.recipient(exchange.certificate(), exchange.inquirer()));
    return answer(exchange, envelope, null, signer, now);
  }

  private Answer answer(
      ProviderExchange exchange,
      byte @Nullable [] envelope,
      @Nullable String errorCode,
      DocumentSigner signer,
      Instant now) {
    var header =
        MessageHeader.request(
                identifiers.messageId(),
                ProvisionAnswer.TYPE_ID,
                institutions.network().requiredSystem(),
                institutions.platform().requiredSystem())
            .answer(
                identifiers.messageId(),
                ProvisionAnswer.TYPE_ID,
                null,
                errorCode == null ? MessageHeader.ACCEPTED : MessageHeader.REFUSED);
    var body =
        new ProvisionAnswer.Body(
            exchange.processingNumber(),
            exchange.inquirer(),
            exchange.provider(),
            now,
            envelope,
            errorCode);
    return new Answer(body, signer.sign(XmlMessages.write(new ProvisionAnswer(header, body))));
  }

  private InstitutionCode otherThan(InstitutionCode provider) {
    return institutions.withRole(InstitutionRole.PROVIDER).stream()
        .map(Institution::code)
        .filter(code -> !code.equals(provider))
        .findFirst()
        .orElseThrow();
  }
}
