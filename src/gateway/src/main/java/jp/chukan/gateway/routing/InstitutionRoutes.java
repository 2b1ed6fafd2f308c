package jp.chukan.gateway.routing;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.record.seal.EvidenceInstitutions;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/**
 * Makes the routes that every institution has for itself (MS-90): a queue and consumers of its own,
 * so that what floods or fails for one leaves the others alone.
 */
@Component
class InstitutionRoutes implements CamelContextConfiguration {
  private static final List<String> TEMPLATES =
      List.of(
          "accept-provision-request",
          "receive-provision-request",
          "send-answer",
          "accept-linkage-code-notice",
          "receive-linkage-code-notice",
          "send-inquiry",
          "accept-inquiry-answer",
          "receive-inquiry-answer",
          "expire-inquiries",
          "remove-inquiry-contents",
          "take-dropped-file",
          "hand-over-results",
          "expire-held-cases",
          "tell-of-waiting-cases",
          "compare-register",
          "remove-findings",
          "compare-records",
          "keep-statistics");

  /** Those that the operator of the platform has as well. */
  private static final List<String> EVIDENCE =
      List.of(
          "seal-leaves",
          "stamp-heads",
          "purge-records",
          "prune-job-runs",
          "add-data-key",
          "rewrap-data-keys");

  private final ServedInstitutions institutions;
  private final EvidenceInstitutions keepers;

  InstitutionRoutes(ServedInstitutions institutions, EvidenceInstitutions keepers) {
    this.institutions = institutions;
    this.keepers = keepers;
  }

  @Override
  public void beforeApplicationStart(CamelContext context) {}

  @Override
  public void afterApplicationStart(CamelContext context) {
    add(context, institutions.codes(), TEMPLATES);
    add(context, keepers.codes(), EVIDENCE);
  }

  private static void add(
      CamelContext context, List<InstitutionCode> institutions, List<String> templates) {
    for (InstitutionCode institution : institutions) {
      for (String template : templates) {
        TemplatedRouteBuilder.builder(context, template)
            .parameter("institution", institution.value())
            .routeId(template + "-" + institution.value())
            .add();
      }
    }
  }
}
