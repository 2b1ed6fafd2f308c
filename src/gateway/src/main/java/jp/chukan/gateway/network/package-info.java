/** 「データ送受信」: what comes from and goes to the network. */
@NullMarked
package jp.chukan.gateway.network;

import org.jspecify.annotations.NullMarked;
