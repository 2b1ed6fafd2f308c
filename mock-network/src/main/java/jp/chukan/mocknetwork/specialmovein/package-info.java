/** 「特例転入」: 転出証明書情報 goes ahead of the person through the register network. */
@NullMarked
package jp.chukan.mocknetwork.specialmovein;

import org.jspecify.annotations.NullMarked;
