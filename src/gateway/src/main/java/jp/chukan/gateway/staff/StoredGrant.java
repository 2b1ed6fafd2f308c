package jp.chukan.gateway.staff;

import org.jspecify.annotations.Nullable;

/**
 * A grant as a set holds it.
 *
 * @param set number of the set
 * @param position in that set
 * @param grant what it allows
 * @param application number under which somebody applied for it, null when a file brought it
 */
public record StoredGrant(int set, int position, Grant grant, @Nullable Long application) {}
