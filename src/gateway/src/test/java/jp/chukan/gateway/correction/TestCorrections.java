package jp.chukan.gateway.correction;

import java.security.SecureRandom;
import java.time.InstantSource;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.replica.ReplicasByHand;
import jp.chukan.gateway.replica.TestReplicas;
import jp.chukan.gateway.staff.TestGrants;
import jp.chukan.gateway.testing.TestDatabase;

/** The terminal on the database of a test, without the rest of the server. */
public final class TestCorrections {

  private TestCorrections() {}

  public static CorrectionDesk on(TestReplicas data) {
    return on(data, data.byHand());
  }

  static CorrectionDesk on(TestReplicas data, ReplicasByHand replicas) {
    TestDatabase database = data.database();
    StandardLayouts layouts = data.layouts();
    InstantSource clock = InstantSource.fixed(TestReplicas.NOW);
    InstitutionTransactions transactions = database.transactions();
    OperationLog operations = new OperationLog(database.jdbc());
    Proposals proposals =
        new Proposals(
            database.jdbc(), data.cipher(), new ProposalSteps(database.jdbc(), data.cipher()));
    ProposalRules rules = new ProposalRules(TestGrants.on(database).grants(), replicas, layouts);
    ProposalDoor door = new ProposalDoor(transactions, proposals, rules, operations, clock);
    return new CorrectionDesk(
        transactions,
        proposals,
        rules,
        new ShowReplicas(transactions, door, rules, replicas, layouts, operations, clock),
        new EnterProposal(
            transactions,
            door,
            proposals,
            rules,
            new DraftChange(replicas, layouts),
            operations,
            new SerialNumbers(clock, new SecureRandom()),
            clock),
        new DecideProposal(door, proposals, replicas),
        clock);
  }
}
