/**
 * 「バックアップ」 (10 システム管理): one file with database, journal of the broker and keys as they were at one
 * moment, encrypted to its custodians and signed by the platform; and the way back.
 */
@NamedInterface("backup")
@NullMarked
package jp.chukan.gateway.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
