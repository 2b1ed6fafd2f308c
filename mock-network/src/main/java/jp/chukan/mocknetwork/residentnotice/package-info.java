/** What the 既存住基システム tells other systems about a resident. */
@NullMarked
package jp.chukan.mocknetwork.residentnotice;

import org.jspecify.annotations.NullMarked;
