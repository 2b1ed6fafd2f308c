package jp.chukan.gateway.console;

import static jp.chukan.gateway.console.ConsoleBed.staff;
import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.OPERATOR;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.job.Job;
import jp.chukan.gateway.job.JobKey;
import jp.chukan.gateway.job.JobSchedule;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.door.TestDoor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("ジョブの画面")
class JobPagesIT {
  private static final JobKey PURGE = new JobKey(Job.PURGE_RECORDS, ISHINOMAKI);
  private static final JobKey SEAL = new JobKey(Job.SEAL_LEAVES, ISHINOMAKI);
  private static final JobKey FETCH = new JobKey(Job.FETCH_PERMISSION_MATCHING_LIST, PLATFORM);
  private static final String RUNS = "/console/jobs/runs?job=";

  private final ConsoleBed bed = new ConsoleBed();

  @BeforeEach
  void schedule() {
    bed.jobs.turns.schedule(PURGE, new JobSchedule.Every(Duration.ofDays(1)));
    bed.jobs.turns.schedule(SEAL, new JobSchedule.Every(Duration.ofSeconds(1)));
    bed.jobs.turns.schedule(FETCH, JobSchedule.At.of("0 30 2 * * *"));
  }

  @Test // MS-79
  @DisplayName("失敗したジョブはホームに現れ、成功すると消える")
  void aFailedJobIsSeenOnTheHomePageUntilItSucceeds() throws Exception {
    StaffIdentity administrator = staff(ADMINISTRATOR);
    StaffIdentity operator = staff(PLATFORM, OPERATOR);
    bed.jobs.turns.turn(SEAL, progress -> progress.fault(ErrorCode.SCM_TIME_STAMP_UNAVAILABLE));
    for (StaffIdentity who : List.of(administrator, operator)) {
      assertThat(text(show(get("/console"), who)))
          .contains("失敗しているジョブ 1件", "href=\"/console/jobs\"");
    }
    assertThat(text(show(get("/console"), staff(TSUKUBA, ADMINISTRATOR))))
        .doesNotContain("失敗しているジョブ");
    assertThat(text(show(get("/console/jobs"), administrator)))
        .contains("証跡の封印", "1秒ごと", "失敗(1回連続)");
    assertThat(text(show(get(RUNS + "seal-leaves"), administrator)))
        .contains("時刻認証局から正しい応答がありません", "SCM-0807", "失敗の始まり");

    bed.jobs.turns.turn(SEAL, progress -> {});
    for (StaffIdentity who : List.of(administrator, operator)) {
      assertThat(text(show(get("/console"), who))).doesNotContain("失敗しているジョブ");
    }
    assertThat(text(show(get("/console/jobs"), administrator))).doesNotContain("回連続");
  }

  @Test // MS-96, MS-93
  void eachSeesTheJobsOfWhomItIsFor() throws Exception {
    assertThat(text(show(get("/console/jobs"), staff(ADMINISTRATOR))))
        .contains("宮城県石巻市のジョブ", "保管期限を過ぎた記録の廃棄", "24時間ごと")
        .doesNotContain("照会許可照合リストの取得")
        .doesNotContain("茨城県つくば市");
    assertThat(text(show(get("/console/jobs"), staff(PLATFORM, OPERATOR))))
        .contains("照会許可照合リストの取得", "毎日 02:30", "宮城県石巻市", "2026/11/03 02:30:00")
        .doesNotContain("保管期限を過ぎた記録の廃棄");
    assertThat(text(show(get(of(ISHINOMAKI)), staff(PLATFORM, OPERATOR)))).contains("証跡の封印");
    for (String address :
        List.of(
            of(ISHINOMAKI),
            "/console/jobs?institution=x",
            RUNS + "purge-records&institution=" + ISHINOMAKI,
            RUNS + "purge-records",
            RUNS + "no-such-job",
            "/console/jobs/runs")) {
      MockHttpServletResponse answer = show(get(address), staff(TSUKUBA, ADMINISTRATOR));
      assertThat(answer.getStatus()).as(address).isEqualTo(404);
      assertThat(text(answer)).contains("SYM-0401");
    }
  }

  @Test // MS-79, MS-62
  @DisplayName("団体管理者はジョブを実行し、二度目は断られる")
  void anAdministratorHasAJobRunOnce() throws Exception {
    bed.jobs.turns.turn(PURGE, progress -> {});
    MockHttpServletResponse done = act("run", PURGE, null, staff(ADMINISTRATOR));
    assertThat(done.getRedirectedUrl())
        .isEqualTo(RUNS + "purge-records&institution=" + ISHINOMAKI + "&done=run");
    assertThat(text(show(get(String.valueOf(done.getRedirectedUrl())), staff(ADMINISTRATOR))))
        .contains("実行の指示を受け付けました", "実行待ち", "test-user-01", "実行を中止する")
        .doesNotContain("今すぐ実行する");
    MockHttpServletResponse again = act("run", PURGE, null, staff(ADMINISTRATOR));
    assertThat(again.getStatus()).isEqualTo(409);
    assertThat(text(again)).contains("SYM-0402", "実行中か、実行の指示を受け付け済みです");
    assertThat(bed.jobs.turns.turn(PURGE, progress -> progress.done(12))).isTrue();
    assertThat(text(show(get(RUNS + "purge-records"), staff(ADMINISTRATOR))))
        .contains("完了", ">12<", "node-01", "今すぐ実行する");
  }

  @Test // MS-63
  @DisplayName("運用事業者は廃棄を実行できず、ボタンもない")
  void theOperatorHasNothingDeleted() throws Exception {
    StaffIdentity operator = staff(PLATFORM, OPERATOR);
    bed.jobs.turns.turn(PURGE, progress -> {});
    assertThat(text(show(get(RUNS + "purge-records&institution=" + ISHINOMAKI), operator)))
        .contains("団体管理者だけが実行できます")
        .doesNotContain("今すぐ実行する");
    MockHttpServletResponse refused = act("run", PURGE, null, operator);
    assertThat(refused.getStatus()).isEqualTo(403);
    assertThat(text(refused)).contains("SYM-0404");
    assertThat(bed.jobs.turns.turn(PURGE, progress -> {})).isFalse();
    assertThat(act("run", SEAL, null, operator).getStatus()).isEqualTo(302);
    assertThat(text(show(get(RUNS + "seal-leaves"), staff(ADMINISTRATOR))))
        .contains("他の組織の職員")
        .doesNotContain("test-user-01</span>");
  }

  @Test
  @DisplayName("中止は画面に示された実行だけに効く")
  void onlyTheRunThatWasShownIsCancelled() throws Exception {
    MockHttpServletResponse[] answers = new MockHttpServletResponse[3];
    bed.jobs.turns.turn(
        PURGE,
        (JobProgress progress) -> {
          progress.whole(40);
          try {
            String page = text(show(get(RUNS + "purge-records"), staff(ADMINISTRATOR)));
            String run = page.replaceAll("(?s).*name=\"run\" value=\"([0-9]+)\".*", "$1");
            answers[0] = act("cancel", PURGE, run + "9", staff(ADMINISTRATOR));
            answers[1] = act("cancel", PURGE, run, staff(PLATFORM, OPERATOR));
            answers[2] = act("cancel", PURGE, run, staff(ADMINISTRATOR));
            assertThat(text(show(get(RUNS + "purge-records"), staff(ADMINISTRATOR))))
                .contains("中止の指示を受け付けています", "中止: 他の組織の職員")
                .doesNotContain("実行を中止する");
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(answers[0].getStatus()).isEqualTo(409);
    assertThat(text(answers[0])).contains("SYM-0403");
    assertThat(answers[1].getRedirectedUrl()).endsWith("&done=cancel");
    assertThat(answers[2].getStatus()).isEqualTo(409);
  }

  private static String of(InstitutionCode institution) {
    return "/console/jobs?institution=" + institution;
  }

  private MockHttpServletResponse act(
      String deed, JobKey key, @org.jspecify.annotations.Nullable String run, StaffIdentity who)
      throws Exception {
    MockHttpServletRequestBuilder request =
        post("/console/jobs/" + deed)
            .param("job", key.job().id())
            .param("institution", key.institution().value());
    return show(run == null ? request : request.param("run", run), who);
  }

  private MockHttpServletResponse show(MockHttpServletRequestBuilder request, StaffIdentity who)
      throws Exception {
    return bed.mvc.perform(request.with(TestDoor.as(who))).andReturn().getResponse();
  }

  private static String text(MockHttpServletResponse response) throws Exception {
    return response.getContentAsString(StandardCharsets.UTF_8);
  }
}
