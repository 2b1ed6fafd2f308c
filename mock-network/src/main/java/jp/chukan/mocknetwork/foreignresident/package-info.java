/** 「在留情報」: what 法務省 and the municipalities tell each other about foreign residents. */
@NullMarked
package jp.chukan.mocknetwork.foreignresident;

import org.jspecify.annotations.NullMarked;
