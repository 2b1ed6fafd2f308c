/** A municipality: its 住民記録システム and its 宛名 hub. The only place that knows a 個人番号. */
@NullMarked
package jp.chukan.mocknetwork.municipality;

import org.jspecify.annotations.NullMarked;
