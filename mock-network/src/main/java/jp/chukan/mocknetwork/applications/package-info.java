/**
 * 「申請管理システム」: fetches electronic applications, finds out whose they are, and hands those that the
 * staff has looked at to the 既存住基システム.
 */
@NullMarked
package jp.chukan.mocknetwork.applications;

import org.jspecify.annotations.NullMarked;
