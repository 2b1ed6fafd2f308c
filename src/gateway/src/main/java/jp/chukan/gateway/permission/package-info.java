/** 「照会許可照合リスト」: received, kept in versions, and asked before anything leaves. */
@NullMarked
package jp.chukan.gateway.permission;

import org.jspecify.annotations.NullMarked;
