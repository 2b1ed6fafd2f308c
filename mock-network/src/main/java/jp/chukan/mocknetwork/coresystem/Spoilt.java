package jp.chukan.mocknetwork.coresystem;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is spoilt on demand.
 *
 * @param spoiling how
 * @param providerAnswer what the provider signed with the fault in it, null when the fault is the
 *     network's
 */
public record Spoilt(Spoiling spoiling, byte @Nullable [] providerAnswer) {}
