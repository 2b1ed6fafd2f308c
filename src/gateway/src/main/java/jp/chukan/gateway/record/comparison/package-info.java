/**
 * The records of this institution held against those of the network and of the other parties: each
 * exchange has one with each of them, and all say the same (MS-12, MS-74).
 */
@NamedInterface("comparison")
@NullMarked
package jp.chukan.gateway.record.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
