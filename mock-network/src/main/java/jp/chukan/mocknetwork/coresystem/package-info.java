/**
 * 「コアシステム」: mints 符号, owns the master list, issues permits and paths, refuses on its own, keeps
 * records.
 */
@NullMarked
package jp.chukan.mocknetwork.coresystem;

import org.jspecify.annotations.NullMarked;
