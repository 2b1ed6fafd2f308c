/**
 * What tells one person from another. Who may know which of it is held by the architecture's rules:
 * the 個人番号 and the 住民票コード never go to the intermediate server.
 */
@NullMarked
package jp.chukan.mocknetwork.person;

import org.jspecify.annotations.NullMarked;
