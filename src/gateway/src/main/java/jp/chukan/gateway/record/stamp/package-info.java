/** 「タイムスタンプ」 of a time-stamp authority outside of this server (RFC 3161). */
@NamedInterface("stamp")
@NullMarked
package jp.chukan.gateway.record.stamp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
