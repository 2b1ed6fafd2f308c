package jp.chukan.gateway.record.seal;

import java.util.List;
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
    this.codes = served.codesAnd(new InstitutionCode(platform));
  }

  public List<InstitutionCode> codes() {
    return codes;
  }
}
