package jp.chukan.mocknetwork.municipality;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.message.BasicInformationRequest;
import jp.chukan.contract.message.BasicInformationResponse;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.connection.GatewayRequest;
import jp.chukan.mocknetwork.connection.RegisteredPlatform;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the intermediate server asks the hub (MS-36). */
@RestController
final class HubEndpoints {
  private final RegisteredPlatform platform;
  private final AddresseeHub hub;

  HubEndpoints(RegisteredPlatform platform, AddresseeHub hub) {
    this.platform = platform;
    this.hub = hub;
  }

  @PostMapping(
      path = "/hub/{institution}/basic-information",
      consumes = GatewayRequest.XML,
      produces = GatewayRequest.XML)
  byte[] basicInformation(
      @PathVariable("institution") String institution,
      @RequestBody byte[] message,
      HttpServletRequest http) {
    platform.require(http);
    var request = XmlMessages.read(BasicInformationRequest.class, message);
    var found =
        hub.basicInformation(new InstitutionCode(institution), request.body().addressee())
            .map(
                person ->
                    new BasicInformationResponse.BasicInformation(
                        person.name(), person.address(), person.birthDate(), person.sex()))
            .orElse(null);
    return XmlMessages.write(
        new BasicInformationResponse(
            request
                .header()
                .answer(
                    new MessageId(UUID.randomUUID().toString()),
                    BasicInformationResponse.TYPE_ID,
                    null,
                    MessageHeader.ACCEPTED),
            new BasicInformationResponse.Body(found)));
  }
}
