/** 「情報照会者」: the institutions that ask, each with its own key and its own records. */
@NullMarked
package jp.chukan.mocknetwork.inquirer;

import org.jspecify.annotations.NullMarked;
