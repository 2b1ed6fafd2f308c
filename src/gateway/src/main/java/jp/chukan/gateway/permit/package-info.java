/**
 * 「情報提供許可証」 and 「経路情報」: what allows one answer to leave, proved to be the network's and of one and
 * the same exchange, and good for one use.
 */
@NullMarked
package jp.chukan.gateway.permit;

import org.jspecify.annotations.NullMarked;
