package jp.chukan.gateway.staff;

import static jp.chukan.gateway.staff.StaffBed.PASSWORD;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Logins from one address at a server at which ten of them may fail within a quarter of an hour.
 */
@DisplayName("一つの接続元からの多くのログイン")
class LoginRateIT {
  private static final int MOST = 10;

  private static RunningGateway gateway;
  private static StaffBed bed;

  @BeforeAll
  static void start() {
    gateway =
        RunningGateway.timed(
            List.of(
                "--chukan.console.address.failures=" + MOST,
                "--chukan.console.address.within=15m"));
    bed = new StaffBed(gateway);
  }

  @AfterAll
  static void stop() {
    gateway.stop();
  }

  @Test // JN-20, MS-72
  @DisplayName("多くのアカウントを試す接続元は、正しいパスワードでも一時的に受け付けない")
  void whoTriesManyAccountsIsHeldOffForAWhile() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    // what succeeds does not count
    for (int i = 0; i < 2 * MOST; i++) {
      assertThat(login(user.value(), PASSWORD).statusCode()).isEqualTo(302);
    }
    for (int i = 0; i < MOST; i++) {
      assertThat(login("somebody" + i, "まちがえた合言葉ですよ。").statusCode()).isEqualTo(401);
    }
    int kept = failures();
    for (String who : List.of("somebody-else", user.value())) {
      HttpResponse<String> answer = login(who, PASSWORD);
      assertThat(answer.statusCode()).as(who).isEqualTo(429);
      assertThat(answer.body()).contains("SCM-0513");
      // ten in a quarter of an hour are one in 90 seconds
      assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(91);
    }
    Browser browser = bed.browser();
    HttpResponse<String> first =
        browser.submit(
            "/console/first",
            Map.of(
                "institution",
                ISHINOMAKI.value(),
                "user",
                "kakuu",
                "code",
                "x",
                "password",
                PASSWORD));
    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.body()).contains("SCM-0513");
    assertThat(failures()).isEqualTo(kept);
    bed.clock.advance(Duration.ofSeconds(90));
    assertThat(login(user.value(), PASSWORD).statusCode()).isEqualTo(302);
    assertThat(login("somebody", "まちがえた合言葉ですよ。").statusCode()).isEqualTo(401);
    assertThat(login(user.value(), PASSWORD).statusCode()).isEqualTo(429);
  }

  private static HttpResponse<String> login(String user, String password) {
    return bed.browser().login(ISHINOMAKI.value(), user, password);
  }

  private static int failures() {
    return gateway
        .database()
        .everything()
        .sql("select count(*) from operation where kind = 'LOGIN_FAILED'")
        .query(Integer.class)
        .single();
  }
}
