package jp.chukan.gateway.correction;

import java.time.Instant;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.replica.ReplicaChange;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * One step of a proposal; kept for good (MS-55).
 *
 * @param version of the proposal after it
 * @param action what was done
 * @param state how the proposal stood afterwards
 * @param user who, null when nobody did it
 * @param department 「部署コード」 of that person, null when nobody did it
 * @param role in which the person acted, null when nobody did it
 * @param comment what the person wrote, null when nothing
 * @param change before and after, where the step proposes them
 * @param at when
 */
public record ProposalStep(
    int version,
    ProposalAction action,
    ProposalState state,
    @Nullable UserId user,
    @Nullable DepartmentCode department,
    @Nullable StaffRole role,
    @Nullable StaffComment comment,
    @Nullable ReplicaChange change,
    Instant at) {}
