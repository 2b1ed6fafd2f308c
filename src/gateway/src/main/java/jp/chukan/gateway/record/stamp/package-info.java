/** 「タイムスタンプ」 of a time-stamp authority outside of this server (RFC 3161). */
@NullMarked
package jp.chukan.gateway.record.stamp;

import org.jspecify.annotations.NullMarked;
