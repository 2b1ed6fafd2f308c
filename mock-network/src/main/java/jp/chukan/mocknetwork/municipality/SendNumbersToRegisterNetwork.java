package jp.chukan.mocknetwork.municipality;

import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentregister.CarriedNumber;
import jp.chukan.mocknetwork.residentregister.MunicipalServer;
import org.springframework.stereotype.Component;

/**
 * 「住基GW」: the 住民記録システム sends each 「処理通番」 with the 住民票コード of its resident to the 市町村CS. The hub
 * itself may not talk to the 市町村CS (I:351).
 */
@Component
final class SendNumbersToRegisterNetwork {
  private final MunicipalServer municipalServer;
  private final Acquisitions acquisitions;
  private final InstantSource clock;

  SendNumbersToRegisterNetwork(
      MunicipalServer municipalServer, Acquisitions acquisitions, InstantSource clock) {
    this.municipalServer = municipalServer;
    this.acquisitions = acquisitions;
    this.clock = clock;
  }

  /** A number and the resident for whom it stands. */
  record Numbered(ProcessingNumber number, ResidentRecordCode resident) {}

  void send(InstitutionCode institution, List<Numbered> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    municipalServer.carry(
        institution,
        numbers.stream()
            .map(one -> new CarriedNumber(institution, one.number(), one.resident()))
            .toList());
    acquisitions.carried(numbers.stream().map(Numbered::number).toList(), clock.instant());
  }
}
