/**
 * 「国保総合(国保集約)システム」 of a prefecture: who stays insured when moving within it, and who pays less
 * because treatment was expensive again and again.
 */
@NullMarked
package jp.chukan.mocknetwork.insurancetally;

import org.jspecify.annotations.NullMarked;
