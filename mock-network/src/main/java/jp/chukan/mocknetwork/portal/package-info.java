/**
 * マイナポータル: shows a fictitious person in plain Japanese who exchanged what about them, what is kept
 * of them, and what they are told.
 */
@NullMarked
package jp.chukan.mocknetwork.portal;

import org.jspecify.annotations.NullMarked;
