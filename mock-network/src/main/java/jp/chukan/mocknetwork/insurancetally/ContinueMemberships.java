package jp.chukan.mocknetwork.insurancetally;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import jp.chukan.mocknetwork.insurancetally.Memberships.Membership;
import jp.chukan.mocknetwork.insurerserver.FormerPeriod;
import jp.chukan.mocknetwork.insurerserver.QualificationHistories;
import jp.chukan.mocknetwork.insurerserver.QualificationHistory;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.qualificationcheck.Qualification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「資格継続」 (T:2131): whoever comes from another municipality of the prefecture without a day between
 * keeps 資格取得年月日 and the months of 高額療養費; whoever comes from elsewhere, or later, begins anew. The
 * result goes back to the municipality, 資格履歴 to its partition at the 医療保険者等向け中間サーバー等.
 */
@Component
final class ContinueMemberships {
  private final TallyMembers members;
  private final KeptMessages messages;
  private final TransactionOperations transaction;

  ContinueMemberships(
      TallyMembers members, KeptMessages messages, TransactionOperations transaction) {
    this.members = members;
    this.messages = messages;
    this.transaction = transaction;
  }

  /**
   * Takes the file of a municipality, all or nothing.
   *
   * @throws RefusedCallException ANOTHER_TENANT when somebody is not of the municipality that sends
   */
  Memberships.Taken take(CountrySystem tally, CountrySystem from, Memberships file) {
    if (file.memberships().stream()
        .anyMatch(one -> !one.qualification().municipality().equals(from.place()))) {
      throw new RefusedCallException(Fault.ANOTHER_TENANT, "municipality");
    }
    return Objects.requireNonNull(
        transaction.execute(status -> takeInTransaction(tally, from, file)));
  }

  private Memberships.Taken takeInTransaction(
      CountrySystem tally, CountrySystem from, Memberships file) {
    List<QualificationHistory> histories = new ArrayList<>();
    List<Continuities.Continuity> continuities = new ArrayList<>();
    for (Membership membership : file.memberships()) {
      Qualification now = membership.qualification();
      TallyMember member = member(tally, membership, members.find(tally, now.insured()));
      members.keep(tally, now.insured(), member);
      histories.add(new QualificationHistory(now, membership.former(), member.continuousSince()));
      continuities.add(
          new Continuities.Continuity(
              now.insured(),
              member.acquiredOn(),
              member.continuousSince(),
              member.highCostMonths().size()));
    }
    messages.keep(
        tally,
        CountrySystem.only(SystemKind.INSURER_SERVER),
        QualificationHistories.MESSAGE,
        new QualificationHistories(from.place(), histories));
    messages.keep(tally, from, Continuities.MESSAGE, new Continuities(continuities));
    return new Memberships.Taken(file.memberships().size());
  }

  private static TallyMember member(
      CountrySystem tally, Membership membership, Optional<TallyMember> known) {
    LocalDate acquiredOn = membership.qualification().acquiredOn();
    Optional<TallyMember> here = known.filter(member -> goesOnHere(member, membership));
    return membership
        .elsewhere()
        .filter(former -> goesOn(former, tally, membership))
        .map(former -> continued(former, acquiredOn, here))
        .orElseGet(
            () ->
                here.map(
                        member ->
                            new TallyMember(
                                acquiredOn, member.continuousSince(), member.highCostMonths()))
                    .orElseGet(() -> new TallyMember(acquiredOn, acquiredOn, List.of())));
  }

  private static TallyMember continued(
      FormerMembership former, LocalDate acquiredOn, Optional<TallyMember> here) {
    var months = new TreeSet<YearMonth>(former.highCostMonths());
    here.ifPresent(member -> months.addAll(member.highCostMonths()));
    return new TallyMember(acquiredOn, former.acquiredOn(), List.copyOf(months));
  }

  private static boolean goesOn(
      FormerMembership former, CountrySystem tally, Membership membership) {
    return former.municipality().startsWith(tally.place())
        && !former.municipality().equals(membership.qualification().municipality())
        && former.lostOn().equals(membership.qualification().acquiredOn());
  }

  private static boolean goesOnHere(TallyMember member, Membership membership) {
    LocalDate acquiredOn = membership.qualification().acquiredOn();
    List<FormerPeriod> former = membership.former();
    return member.acquiredOn().equals(acquiredOn)
        || (!former.isEmpty() && former.getLast().loss().on().equals(acquiredOn));
  }
}
