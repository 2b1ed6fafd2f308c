package jp.chukan.gateway.operation;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.job.Job;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("運用事業者の受付口: バッチ稼働状況")
class JobEndpointsIT {
  private static final String JOBS = "/operation/jobs";
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningGateway gateway = RunningGateway.timed();

  @Test // MS-79
  @DisplayName("すべての機関のすべてのジョブの状況を答える")
  void everyJobOfEveryInstitutionIsTold() throws Exception {
    JsonNode all = all();
    List<String> names = new ArrayList<>();
    all.forEach(view -> names.add(view.get("job").asText()));
    // whoever adds a job gives it a route
    assertThat(names)
        .contains(java.util.stream.Stream.of(Job.values()).map(Job::id).toArray(String[]::new));
    assertThat(find(all, ISHINOMAKI, "seal-leaves").get("schedule").asText()).isEqualTo("PT1S");
    assertThat(find(all, ISHINOMAKI, "purge-records").get("schedule").asText()).isEqualTo("PT24H");
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () -> {
              JsonNode check = find(all(), PLATFORM, "check-certificates");
              assertThat(check.get("outcome").asText()).isEqualTo("DONE");
              assertThat(check.get("done").asInt()).isGreaterThan(5);
              assertThat(check.get("next").isNull()).isFalse();
              JsonNode sealing = find(all(), ISHINOMAKI, "seal-leaves");
              assertThat(sealing.get("succeededAt").isNull()).isFalse();
              assertThat(sealing.get("next").isNull()).isTrue();
            });
  }

  @Test // MS-09, MS-90
  void nobodyElseIsTold() throws Exception {
    for (String client : List.of("network-client", "municipal-client-" + ISHINOMAKI)) {
      assertThat(gateway.get(client, JOBS).statusCode()).as(client).isEqualTo(403);
    }
  }

  @Test // MS-79, MS-62
  @DisplayName("団体管理者が指示した廃棄が実行される")
  void whatAnAdministratorAsksForRuns() throws Exception {
    StaffBed bed = new StaffBed(gateway);
    Browser browser =
        bed.signedInWithPasskey(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.ADMINISTRATOR));
    await()
        .atMost(AT_MOST)
        .until(
            () -> find(all(), ISHINOMAKI, "purge-records").get("outcome").asText().equals("DONE"));
    browser.get("/console/jobs/runs?job=purge-records");
    HttpResponse<String> answer = browser.post("/console/jobs/run", Map.of("job", "purge-records"));
    assertThat(answer.statusCode()).isEqualTo(302);
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(
                        gateway
                            .database()
                            .everything()
                            .sql(
                                """
                                select state from job_run
                                 where job = 'purge-records' and institution_code = ?
                                   and asked_by is not null
                                """)
                            .param(ISHINOMAKI.value())
                            .query(String.class)
                            .list())
                    .containsOnly("DONE"));
  }

  private JsonNode all() throws Exception {
    HttpResponse<String> answer = gateway.get("operator-client", JOBS);
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static JsonNode find(JsonNode all, InstitutionCode institution, String job) {
    for (JsonNode view : all) {
      if (view.get("job").asText().equals(job)
          && view.get("institution").asText().equals(institution.value())) {
        return view;
      }
    }
    throw new AssertionError("no job " + job);
  }
}
