package jp.chukan.gateway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("承認の状態遷移")
class ApprovalTableTest {
  private static final String NOBODY = "NOBODY";

  /** Written down once more, so that nobody opens a way by a slip in the table. */
  private static final Map<String, ApprovalState> WAYS =
      Map.ofEntries(
          Map.entry("AWAITING LOOK OFFICER", ApprovalState.AWAITING),
          Map.entry("AWAITING LOOK APPROVER", ApprovalState.AWAITING),
          Map.entry("PREPARED LOOK OFFICER", ApprovalState.PREPARED),
          Map.entry("PREPARED LOOK APPROVER", ApprovalState.PREPARED),
          Map.entry("AWAITING PROVIDE OFFICER", ApprovalState.PREPARED),
          Map.entry("AWAITING PROVIDE_PART OFFICER", ApprovalState.PREPARED),
          Map.entry("AWAITING REFUSE OFFICER", ApprovalState.PREPARED),
          Map.entry("AWAITING ASK_BACK OFFICER", ApprovalState.AWAITING),
          Map.entry("PREPARED APPROVE APPROVER", ApprovalState.APPROVED),
          Map.entry("PREPARED DECLINE APPROVER", ApprovalState.DECLINED),
          Map.entry("PREPARED RETURN APPROVER", ApprovalState.AWAITING),
          Map.entry("PREPARED LAPSE NOBODY", ApprovalState.AWAITING),
          Map.entry("AWAITING EXPIRE NOBODY", ApprovalState.EXPIRED),
          Map.entry("PREPARED EXPIRE NOBODY", ApprovalState.EXPIRED));

  /** One way that might lead somewhere. */
  record Way(ApprovalState from, ApprovalAction action, @Nullable StaffRole role) {
    @Override
    public String toString() {
      return from + " " + action + " " + (role == null ? NOBODY : role.name());
    }
  }

  static Stream<Way> ways() {
    List<@Nullable StaffRole> roles = new ArrayList<>(Arrays.asList(StaffRole.values()));
    roles.add(null);
    return Arrays.stream(ApprovalState.values())
        .flatMap(
            from ->
                Arrays.stream(ApprovalAction.values())
                    .flatMap(action -> roles.stream().map(role -> new Way(from, action, role))));
  }

  @ParameterizedTest(name = "{0}") // MS-05, MS-06, MS-07, MS-23, MU-10
  @MethodSource("ways")
  void everyStateActionAndRoleLeadsWhereItShouldOrNowhere(Way way) {
    ApprovalState expected = WAYS.get(way.toString());
    if (expected == null) {
      assertThat(ApprovalTable.next(way.from(), way.action(), way.role())).isEmpty();
    } else {
      assertThat(ApprovalTable.next(way.from(), way.action(), way.role())).contains(expected);
    }
    if (!way.from().isOpen()) {
      assertThat(expected).as("what has ended stays").isNull();
    }
  }
}
