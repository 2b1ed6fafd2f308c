/** 「自己情報提供」: a person sees what an institution keeps of them as 「副本」. */
@NullMarked
package jp.chukan.gateway.selfinformation;

import org.jspecify.annotations.NullMarked;
