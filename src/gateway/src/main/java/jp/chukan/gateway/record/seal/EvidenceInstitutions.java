package jp.chukan.gateway.record.seal;

import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who keeps evidence here: the served institutions, and the operator about its own staff. */
@Component
public class EvidenceInstitutions {
  private final List<InstitutionCode> codes;

  EvidenceInstitutions(
      ServedInstitutions served, @Value("${chukan.console.platform}") String platform) {
    this.codes =
        Stream.concat(served.codes().stream(), Stream.of(new InstitutionCode(platform)))
            .distinct()
            .toList();
  }

  public List<InstitutionCode> codes() {
    return codes;
  }
}
