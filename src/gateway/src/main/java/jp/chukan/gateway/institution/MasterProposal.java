package jp.chukan.gateway.institution;

/**
 * A version and what it changes.
 *
 * @param version the version
 * @param state whether it may be activated, is in force, or neither
 * @param difference against the version that was in force when it was taken in
 */
public record MasterProposal(
    MasterVersion version, MasterState state, MasterDifference difference) {}
