package jp.chukan.mocknetwork.testing;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.contract.attachment.AttachmentRecord;
import jp.chukan.contract.attachment.RegistrationAttachmentReader;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;

/**
 * The part of the intermediate server that compares 副本 with the register: it remembers what was
 * registered of whom. What only it has it does not tell.
 */
public final class ReplicasStandIn implements ResponseDefinitionTransformerV2 {
  static final String NAME = "reconciliations";
  private final Map<Key, Map<ItemCode, String>> replicas = new ConcurrentHashMap<>();
  private final Map<String, String> reports = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  private record Key(UnifiedAddresseeNumber person, SpecificPersonalInformationCode information) {
    static Key of(RegistrationRecord record) {
      return new Key(record.addressee(), record.information());
    }
  }

  /** Remembers the attachment of a registration. */
  void register(String multipart) {
    int start = multipart.indexOf("\r\n\r\n", multipart.indexOf("name=\"attachment\"")) + 4;
    int end = multipart.indexOf("\r\n--", start);
    RegistrationAttachmentReader.read(
        bytes(multipart.substring(start, end)),
        arrived -> replicas.put(Key.of(record(arrived)), record(arrived).values()));
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static RegistrationRecord record(AttachmentRecord arrived) {
    return switch (arrived) {
      case AttachmentRecord.Readable readable -> readable.record();
      case AttachmentRecord.Unreadable unreadable ->
          throw new AssertionError(unreadable.refusal().toString());
    };
  }

  /** Spoils what is registered of somebody, whoever that is. */
  public void spoilOne(SpecificPersonalInformationCode information) {
    Key one =
        replicas.keySet().stream()
            .filter(key -> key.information().equals(information))
            .findFirst()
            .orElseThrow();
    replicas.put(one, Map.of());
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    if (event.getRequest().getMethod().equals(RequestMethod.POST)) {
      String number = "COMPARE%07d".formatted(numbers.incrementAndGet());
      reports.put(number, report(number, event.getRequest().getBody()));
      return json("{\"number\":\"%s\",\"state\":\"WAITING\"}".formatted(number));
    }
    String[] path = event.getRequest().getUrl().split("/");
    return json(reports.getOrDefault(path[path.length - 1], "{}"));
  }

  private String report(String number, byte[] register) {
    int[] counts = new int[3];
    RegistrationAttachmentReader.read(
        new ByteArrayInputStream(register),
        arrived -> {
          RegistrationRecord original = record(arrived);
          Map<ItemCode, String> replica = replicas.get(Key.of(original));
          counts[replica == null ? 0 : replica.equals(original.values()) ? 1 : 2]++;
        });
    return """
        {"number":"%s","state":"DONE",
         "counts":{"missing":%d,"equal":%d,"different":%d,"extra":0}}
        """
        .formatted(number, counts[0], counts[1], counts[2]);
  }

  private static ResponseDefinition json(String body) {
    return ResponseDefinitionBuilder.responseDefinition().withStatus(200).withBody(body).build();
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }
}
