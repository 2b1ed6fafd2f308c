/**
 * 「情報提供者」 that this country plays: each signs with a key of its own, answers from data that are
 * made up per person, takes its time, and keeps records.
 */
@NullMarked
package jp.chukan.mocknetwork.provider;

import org.jspecify.annotations.NullMarked;
