/** Records whose 「保管期限」 is over are removed, and it is recorded that they were (JN-32). */
@NullMarked
package jp.chukan.gateway.record.purge;

import org.jspecify.annotations.NullMarked;
