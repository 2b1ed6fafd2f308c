/** What holds for all features at once: nobody reaches what belongs to another institution. */
@NullMarked
package jp.chukan.gateway.isolation;

import org.jspecify.annotations.NullMarked;
