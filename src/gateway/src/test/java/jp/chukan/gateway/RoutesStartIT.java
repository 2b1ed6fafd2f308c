package jp.chukan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jp.chukan.gateway.testing.RunningGateway;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;

/** A wrong bean, method or endpoint in {@code routes/} fails the start: this checks the wiring. */
class RoutesStartIT {

  @Test // MS-90
  void everyRouteStartsAndEachInstitutionHasItsOwn() {
    CamelContext camel = RunningGateway.shared().context().getBean(CamelContext.class);
    assertThat(camel.getRoutes())
        .allSatisfy(
            route ->
                assertThat(camel.getRouteController().getRouteStatus(route.getId()))
                    .as(route.getId())
                    .isEqualTo(ServiceStatus.Started))
        .extracting(Route::getId)
        .contains(
            "receive-provision-request-0220104202101700",
            "receive-provision-request-0220108220101700",
            "receive-provision-request-0220113121101700",
            "send-inquiry-0220104202101700",
            "send-inquiry-0220113121101700",
            "receive-inquiry-answer-0220104202101700",
            "receive-inquiry-answer-0220113121101700",
            "expire-inquiries-0220104202101700",
            "remove-inquiry-contents-0220104202101700",
            "publish-answers",
            "publish-inquiries",
            "expire-held-cases-0220104202101700",
            "expire-held-cases-0220108220101700",
            "tell-of-waiting-cases-0220104202101700",
            "send-answer-0220104202101700",
            "send-answer-0220108220101700",
            "register-replicas",
            "take-register-file",
            "compare-register-0220104202101700",
            "remove-findings-0220104202101700",
            "compare-records-0220104202101700",
            "acquire-linkage-codes",
            "disclose-records",
            "provide-self-information",
            "register-citizen-notice",
            "show-citizen-notices",
            "accept-inquiries",
            "accept-inquiry-file",
            "inquire-inquiry-results",
            "take-dropped-file-0220104202101700",
            "hand-over-results-0220113121101700",
            "fetch-permission-matching-list",
            "keep-dead-letters",
            "publish-redriven-letters",
            "end-idle-sessions",
            "follow-jobs",
            "sweep-jobs",
            "check-certificates",
            "reload-keys",
            "add-data-key-0220104202101700",
            "rewrap-data-keys-0220104202101700",
            "fetch-trust-list",
            "refresh-revocation",
            "follow-revocation",
            "prune-job-runs-0220104202101700",
            "seal-leaves-0030099000021700",
            "measure-plant");
  }

  @Test
  void threadsThatLookRegularlySleepUntilTheirTime() {
    CamelContext camel = RunningGateway.shared().context().getBean(CamelContext.class);
    assertThat(camel.getExecutorServiceManager().getThreadPoolFactory())
        .isSameAs(RunningGateway.shared().context().getBean("scheduledPools"));
  }
}
