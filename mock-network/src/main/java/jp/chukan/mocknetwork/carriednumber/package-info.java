/**
 * 「処理通番」 with 「住民票コード」 on their way through the resident-register network, which never sees a 符号.
 */
@NullMarked
package jp.chukan.mocknetwork.carriednumber;

import org.jspecify.annotations.NullMarked;
