/** 「操作ログ」: what people did, when and why; only ever appended (MS-70, MS-71, JN-18, JN-19). */
@NullMarked
package jp.chukan.gateway.audit;

import org.jspecify.annotations.NullMarked;
