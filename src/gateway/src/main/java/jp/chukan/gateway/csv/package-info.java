/** CSV files of authorities and staff: read whole and strictly, or told where they are wrong. */
@NullMarked
package jp.chukan.gateway.csv;

import org.jspecify.annotations.NullMarked;
