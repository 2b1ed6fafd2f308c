/** The institutions (機関) of the country that is played here. */
@NullMarked
package jp.chukan.mocknetwork.institution;

import org.jspecify.annotations.NullMarked;
