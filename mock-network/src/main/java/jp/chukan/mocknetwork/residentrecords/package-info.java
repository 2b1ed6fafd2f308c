/** 「既存住基システム」 (住民記録システム): the 住民票 of a municipality, in households, and what happens to them. */
@NullMarked
package jp.chukan.mocknetwork.residentrecords;

import org.jspecify.annotations.NullMarked;
