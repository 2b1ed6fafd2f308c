/** 「情報提供」 at a fixed rate, beside its floor and the AS4 stack phase4. */
@NullMarked
package jp.chukan.command.bench.provision;

import org.jspecify.annotations.NullMarked;
