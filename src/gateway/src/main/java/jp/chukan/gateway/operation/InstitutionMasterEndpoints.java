package jp.chukan.gateway.operation;

import java.io.InputStream;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.access.RequestBody;
import jp.chukan.gateway.institution.ActivateInstitutionMaster;
import jp.chukan.gateway.institution.InstitutionMasters;
import jp.chukan.gateway.institution.MasterActivation.Activated;
import jp.chukan.gateway.institution.MasterActivation.Refused;
import jp.chukan.gateway.institution.MasterActivation.Unchanged;
import jp.chukan.gateway.institution.ProposeInstitutionMaster;
import jp.chukan.gateway.operation.InstitutionMasterView.VersionView;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The operator brings in a 「機関マスタ」 in two steps: the file is taken in and shown with what it would
 * change; then it is put in force.
 */
@RestController
class InstitutionMasterEndpoints {
  private static final int LARGEST_FILE = 8 << 20;
  private static final String PATH = "/operation/institution-masters";

  private final ProposeInstitutionMaster propose;
  private final ActivateInstitutionMaster activate;
  private final InstitutionMasters masters;

  InstitutionMasterEndpoints(
      ProposeInstitutionMaster propose,
      ActivateInstitutionMaster activate,
      InstitutionMasters masters) {
    this.propose = propose;
    this.activate = activate;
    this.masters = masters;
  }

  @PostMapping(path = PATH, consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
  InstitutionMasterView propose(@AuthenticationPrincipal ClientIdentity client, InputStream body) {
    return view(
        propose.propose(RequestBody.read(body, LARGEST_FILE), client.institution(), client.name()));
  }

  @PostMapping(path = PATH + "/{version}/activation", produces = MediaType.APPLICATION_JSON_VALUE)
  InstitutionMasterView activate(
      @AuthenticationPrincipal ClientIdentity client, @PathVariable String version) {
    return switch (activate.activate(number(version), client.institution(), client.name())) {
      case Activated activated -> view(activated.version());
      case Unchanged unchanged -> view(unchanged.version());
      case Refused refused -> throw new InvalidInputException(refused.refusal());
    };
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  List<VersionView> all() {
    return masters.all().stream().map(VersionView::of).toList();
  }

  @GetMapping(path = PATH + "/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
  InstitutionMasterView find(@PathVariable String version) {
    return view(number(version));
  }

  private InstitutionMasterView view(int version) {
    return masters
        .find(version)
        .map(InstitutionMasterView::of)
        .orElseThrow(InstitutionMasterEndpoints::unknown);
  }

  private static int number(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  private static InvalidInputException unknown() {
    return InvalidInputException.of(ErrorCode.SYM_MASTER_UNKNOWN_VERSION);
  }
}
