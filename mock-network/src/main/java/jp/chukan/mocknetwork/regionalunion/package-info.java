/** 「広域連合の標準システム」: 後期高齢者医療 of a prefecture, fed with the residents every day. */
@NullMarked
package jp.chukan.mocknetwork.regionalunion;

import org.jspecify.annotations.NullMarked;
