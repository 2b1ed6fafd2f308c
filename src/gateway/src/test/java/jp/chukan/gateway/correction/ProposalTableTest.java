package jp.chukan.gateway.correction;

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

@DisplayName("副本の申請の状態遷移")
class ProposalTableTest {
  private static final String NOBODY = "NOBODY";
  private static final String NOTHING = "NOTHING";

  /** Written down once more, so that nobody opens a way by a slip in the table. */
  private static final Map<String, ProposalState> WAYS =
      Map.ofEntries(
          Map.entry("NOTHING ENTER OFFICER", ProposalState.ENTERED),
          Map.entry("ENTERED CONFIRM OFFICER", ProposalState.CHECKED_ONCE),
          Map.entry("ENTERED CONFIRM APPROVER", ProposalState.CHECKED_ONCE),
          Map.entry("CHECKED_ONCE CONFIRM OFFICER", ProposalState.CHECKED),
          Map.entry("CHECKED_ONCE CONFIRM APPROVER", ProposalState.CHECKED),
          Map.entry("CHECKED APPROVE APPROVER", ProposalState.APPROVED),
          Map.entry("ENTERED RETURN OFFICER", ProposalState.RETURNED),
          Map.entry("ENTERED RETURN APPROVER", ProposalState.RETURNED),
          Map.entry("CHECKED_ONCE RETURN OFFICER", ProposalState.RETURNED),
          Map.entry("CHECKED_ONCE RETURN APPROVER", ProposalState.RETURNED),
          Map.entry("CHECKED RETURN APPROVER", ProposalState.RETURNED),
          Map.entry("CHECKED LAPSE NOBODY", ProposalState.RETURNED),
          Map.entry("RETURNED REVISE OFFICER", ProposalState.ENTERED),
          Map.entry("ENTERED WITHDRAW OFFICER", ProposalState.WITHDRAWN),
          Map.entry("CHECKED_ONCE WITHDRAW OFFICER", ProposalState.WITHDRAWN),
          Map.entry("CHECKED WITHDRAW OFFICER", ProposalState.WITHDRAWN),
          Map.entry("RETURNED WITHDRAW OFFICER", ProposalState.WITHDRAWN));

  /** One way that might lead somewhere. */
  record Way(@Nullable ProposalState from, ProposalAction action, @Nullable StaffRole role) {
    @Override
    public String toString() {
      return (from == null ? NOTHING : from.name())
          + " "
          + action
          + " "
          + (role == null ? NOBODY : role.name());
    }
  }

  static Stream<Way> ways() {
    List<@Nullable StaffRole> roles = new ArrayList<>(Arrays.asList(StaffRole.values()));
    roles.add(null);
    List<@Nullable ProposalState> states = new ArrayList<>(Arrays.asList(ProposalState.values()));
    states.add(null);
    return states.stream()
        .flatMap(
            from ->
                Arrays.stream(ProposalAction.values())
                    .flatMap(action -> roles.stream().map(role -> new Way(from, action, role))));
  }

  @ParameterizedTest(name = "{0}") // MS-53, MS-54, MS-55, MS-63, MU-13
  @MethodSource("ways")
  void everyStateActionAndRoleLeadsWhereItShouldOrNowhere(Way way) {
    ProposalState expected = WAYS.get(way.toString());
    if (expected == null) {
      assertThat(ProposalTable.next(way.from(), way.action(), way.role())).isEmpty();
    } else {
      assertThat(ProposalTable.next(way.from(), way.action(), way.role())).contains(expected);
    }
    ProposalState from = way.from();
    if (from != null && !from.isOpen()) {
      assertThat(expected).as("what has ended stays").isNull();
    }
  }
}
