/**
 * 「突合」: the 「副本」 of this server against the register (「原本」) of the municipality, and what is to be
 * done about the difference (MS-52).
 */
@NullMarked
package jp.chukan.gateway.reconciliation;

import org.jspecify.annotations.NullMarked;
