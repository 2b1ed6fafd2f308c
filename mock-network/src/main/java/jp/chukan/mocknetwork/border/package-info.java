/**
 * Watches the border between the country and the intermediate server while a day is played: neither
 * 「個人番号」 nor 「住民票コード」 may cross it (MS-31).
 */
@NullMarked
package jp.chukan.mocknetwork.border;

import org.jspecify.annotations.NullMarked;
