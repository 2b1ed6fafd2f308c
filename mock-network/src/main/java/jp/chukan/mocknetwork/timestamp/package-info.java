/** A 「時刻認証局」 (RFC 3161): stamps the time on the digest of whatever it is sent. */
@NullMarked
package jp.chukan.mocknetwork.timestamp;

import org.jspecify.annotations.NullMarked;
