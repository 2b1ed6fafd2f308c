/**
 * 「滞留電文」: messages that a flow could not take after the last attempt, kept until somebody sends
 * them again or discards them.
 */
@NullMarked
package jp.chukan.gateway.deadletter;

import org.jspecify.annotations.NullMarked;
