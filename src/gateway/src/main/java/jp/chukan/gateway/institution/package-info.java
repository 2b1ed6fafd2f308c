/** 「機関マスタ」: which institutions there are, kept in versions, and which one a client means. */
@NullMarked
package jp.chukan.gateway.institution;

import org.jspecify.annotations.NullMarked;
