/** 「市町村CS」: the end of the resident-register network in a municipality (T:3612). */
@NullMarked
package jp.chukan.mocknetwork.municipalserver;

import org.jspecify.annotations.NullMarked;
